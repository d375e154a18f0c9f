import { Inject } from '@nestjs/common';

/** A thing of the knowledge graph. */
export interface NamedEntity {
  /** Node id, which is also the record's id: `dream:snake`, `emotion:fear`, `tarot:the-fool`. */
  readonly id: string;
  readonly titles: { readonly ko: string; readonly en: string };
  /** Of a dream symbol: `animal`, `action` … */
  readonly category?: string;
}

/** A thing of the knowledge graph that a text speaks of. */
export interface LinkedEntity extends NamedEntity {
  /** The words of the text that named it first. */
  readonly mention: string;
  /** Every place that names it, in order: ranges of the text in NFC, in UTF-16 code units. */
  readonly spans: readonly Span[];
}

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface EntityLinker {
  /** Longest matches of every node's names in both languages, in the order of the text, each node once. Particles and
   *  plural endings are handled ("뱀이", "snakes"). Microseconds; never throws. Empty until the graph is loaded. */
  link(text: string): readonly LinkedEntity[];
  /** The node of an id, with no mention; undefined when the graph has none. */
  named(id: string): NamedEntity | undefined;
}

export const ENTITY_LINKER = Symbol('rag.ENTITY_LINKER');
export const InjectEntityLinker = () => Inject(ENTITY_LINKER);
