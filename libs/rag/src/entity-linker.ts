import { Inject } from '@nestjs/common';

/** A node of the knowledge graph. */
export interface NamedEntity {
  /** Node id, which is also the id of the record: `dream:snake`, `emotion:fear`, `tarot:the-fool`. */
  readonly id: string;
  readonly titles: { readonly ko: string; readonly en: string };
  /** Category of a dream symbol: `animal`, `action` … */
  readonly category?: string;
  /** Adjacent nodes in both directions, in order of the graph's edges; only from `EntityLinker.named`. */
  readonly related?: readonly RelatedEntity[];
}

/** A node that an edge connects with another. */
export interface RelatedEntity {
  readonly id: string;
  /** Weight of the edge, greater than 0, at most 1. */
  readonly weight: number;
}

/** A node of the knowledge graph that is mentioned in a text. */
export interface LinkedEntity extends NamedEntity {
  /** The words of the first mention. */
  readonly mention: string;
  /** All mentions in order, as ranges of the text in NFC, in UTF-16 code units. */
  readonly spans: readonly NamedSpan[];
}

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface NamedSpan extends Span {
  /** The node's name of which the words are a form: `lose` for "lost", `쫓기` for "쫓겨". */
  readonly name: string;
}

export interface EntityLinker {
  /**
   * Finds the longest matches of all node names in both languages, in the order of the text, each node once. Particles
   * and plural endings are recognised ("뱀이", "snakes"). Takes microseconds; never throws. Empty until the graph is
   * loaded.
   */
  link(text: string): readonly LinkedEntity[];
  /** Returns the node with this id; undefined when the graph has none. */
  named(id: string): NamedEntity | undefined;
}

export const ENTITY_LINKER = Symbol('rag.ENTITY_LINKER');
export const InjectEntityLinker = () => Inject(ENTITY_LINKER);
