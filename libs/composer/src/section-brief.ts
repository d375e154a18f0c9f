import type { Locale } from '@app/text';
import type { FactsReader } from './facts/section-facts.js';

/** One retrieved passage as a section may cite it. */
export interface NumberedPassage {
  /** The number the text cites it by, as `[n]`; unique within a reading. */
  readonly n: number;
  readonly id: string;
  readonly retriever: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly score: number;
}

/** What the composer has to know about a kind of reading. */
export interface KindComposition {
  /** Puts the facts into words; every named fact is used by its name when absent. */
  readonly facts?: FactsReader;
  /** Topics of the pack's articles that may be quoted (`corpus:<topic>-…`); any topic when absent. */
  readonly topics?: readonly string[];
}

/** What a section is about, as data: the offline composer writes from it, a model reads the messages made of it. */
export interface SectionBrief {
  readonly kind: string;
  readonly composition?: KindComposition;
  readonly section: string;
  /** The section's heading in the locale; a generic section is introduced by it. */
  readonly title: string;
  readonly locale: Locale;
  /** The user's own words; empty when there are none. */
  readonly question: string;
  /** The facts of the `reading` event. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Best first. */
  readonly passages: readonly NumberedPassage[];
  /** Texts of the sections this one comes after, by section. */
  readonly earlier: Readonly<Record<string, string>>;
  readonly care?: CareBrief | undefined;
}

/** Present when the user wrote of grief, abuse, illness or another hard place: no omens, no cheer, no promises. */
export interface CareBrief {
  readonly topic: string;
  /** Acknowledgement and help line, said before anything else; empty in all sections but the first. */
  readonly lead: string;
  /** Rules for a model, in English. */
  readonly rules: readonly string[];
}
