import type { Locale } from '@app/text';
import type { SpokenTurn } from './conversation/memory.js';
import type { FactsReader } from './facts/section-facts.js';
import type { Voice } from './plans/section-plan.js';

/** One retrieved passage as a section may cite it. */
export interface NumberedPassage {
  /** The number the text cites it by, as `[n]`; unique within a reading. */
  readonly n: number;
  readonly id: string;
  readonly retriever: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  /** The record's further texts that `text` contains, by name: `context-2`, `folk`. */
  readonly facets?: Readonly<Record<string, string>> | undefined;
  readonly score: number;
}

/** How the composer treats one kind of reading. */
export interface KindComposition {
  /** Puts the facts into words. Default: every fact that has a name is mentioned by it. */
  readonly facts?: FactsReader;
  /** Topics of the pack's articles that may be quoted (`corpus:<topic>-…`); any topic when absent. */
  readonly topics?: readonly string[];
}

/** Everything a section is written from: by the offline composer directly, by a model as messages. */
export interface SectionBrief {
  readonly kind: string;
  readonly composition?: KindComposition;
  readonly section: string;
  /** Heading in the locale; the generic plan introduces the section by it. */
  readonly title: string;
  readonly locale: Locale;
  /** The user's own words; empty when there are none. */
  readonly question: string;
  /** The facts of the `reading` event. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Best first. */
  readonly passages: readonly NumberedPassage[];
  /** Texts of the sections named in `after`, by section id. */
  readonly earlier: Readonly<Record<string, string>>;
  readonly care?: CareBrief | undefined;
  /** The conversation before the question, oldest first. */
  readonly history?: readonly SpokenTurn[] | undefined;
  /** How the counsellor opens and closes; absent: without a voice of its own. */
  readonly voice?: Voice | undefined;
}

/** Present when the user's text concerns grief, abuse, illness or a similar topic: no omens, no cheer, no promises. */
export interface CareBrief {
  readonly topic: string;
  /** Acknowledgement and help line that open the first section; empty in all others. */
  readonly lead: string;
  /** Rules for a model, in English. */
  readonly rules: readonly string[];
}
