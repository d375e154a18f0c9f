import type { Locale } from '@app/text';
import type { SpokenTurn } from './conversation/memory.js';
import type { FactsReader } from './facts/section-facts.js';
import type { Voice } from './plans/section-plan.js';

/** One retrieved passage with its citation number. */
export interface NumberedPassage {
  /** Citation number, written in the text as `[n]`; unique within a reading. */
  readonly n: number;
  readonly id: string;
  readonly retriever: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  /** The record's additional texts that are part of `text`, by name: `context-2`, `folk`. */
  readonly facets?: Readonly<Record<string, string>> | undefined;
  readonly score: number;
}

/**
 * Quotations from the user's text, by the record id of the subject that they mention or by the name of a slot. An empty
 * one counts as absent.
 */
export type OwnWords = Readonly<Record<string, string>>;

/** Settings of the offline composer for one kind of reading. */
export interface KindComposition {
  /** Converts the facts to text. Default: every fact that has a name is mentioned by name. */
  readonly facts?: FactsReader;
  /** Topics of the built-in articles that may be quoted (`corpus:<topic>-…`); any topic when absent. */
  readonly topics?: readonly string[];
}

/** Input of a section: the offline composer writes from it, and prompts for a model are built from it. */
export interface SectionBrief {
  readonly kind: string;
  readonly composition?: KindComposition;
  readonly section: string;
  /** Heading in the reading's locale. The generic plan introduces the section with it. */
  readonly title: string;
  readonly locale: Locale;
  /** The user's question as written; empty when there is none. */
  readonly question: string;
  /** The facts of the `reading` event. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Best first. */
  readonly passages: readonly NumberedPassage[];
  /** Texts of the sections listed in `after`, by section id. */
  readonly earlier: Readonly<Record<string, string>>;
  readonly care?: CareBrief | undefined;
  /** The turns before the question, oldest first. */
  readonly history?: readonly SpokenTurn[] | undefined;
  readonly ownWords?: OwnWords | undefined;
  /** Opening and closing phrases of the counsellor; none are added when absent. */
  readonly voice?: Voice | undefined;
}

/**
 * Present when the user's text concerns grief, abuse, illness or a similar topic. Such readings contain no omens,
 * cheerful tone or promises.
 */
export interface CareBrief {
  readonly topic: string;
  /** Acknowledgement and help line at the beginning of the first section; empty in all other sections. */
  readonly lead: string;
  /** Additional rules for a model, in English. */
  readonly rules: readonly string[];
}
