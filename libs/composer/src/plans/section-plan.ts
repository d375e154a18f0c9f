import type { Take } from '../passages/score-unit.js';
import type { Locale } from '@app/text';

/** Ways to say one thing. `{slot}` is a fact, `{은/는}` the particle that fits what stands before it. */
export type Phrases = Readonly<Record<Locale, readonly string[]>>;

/** What is said before each of several; the place decides, so that only the last is called the last. */
export interface Leads {
  readonly next: Phrases;
  readonly first?: Phrases;
  readonly last?: Phrases;
  /** When there is just one. */
  readonly only?: Phrases;
}

/** Which sources a step may draw from. */
export interface Draw {
  /** `part`: what stands in the subject's own part of its record, in the record's order. */
  readonly take: Take | 'part';
  /** When the record has no such part, take what else it says. */
  readonly orElse?: Take;
  readonly retrievers?: readonly string[];
  /** Only records whose id starts with one of these. */
  readonly prefixes?: readonly string[];
  /** Units of one source; one when absent. */
  readonly units?: number;
  /** Only sources that share a word or a scene with the user's own words. */
  readonly relevant?: boolean;
  /** Keep the retriever's order: it has judged the sources by more than their words. */
  readonly inOrder?: boolean;
  /** A stretch of a source that stands by itself, from its beginning to its first piece of advice, not single sentences. */
  readonly stretch?: boolean;
  /** The source's first unit belongs to another section, unless it is all there is. */
  readonly skipFirst?: boolean;
  /** Of the sources left, every other one: sections that share a retriever each take their half. */
  readonly half?: 'first' | 'second';
}

/** Own words made of facts. */
export interface SayStep {
  readonly say: Phrases;
  readonly rank: number;
  /** A group or slot of the facts; when it is known, the step is passed over. */
  readonly unless?: string;
  /** A group or slot of the facts without which the step would make no sense. */
  readonly needs?: string;
  /** Leads up to what sources say; not said when none has anything. */
  readonly promises?: boolean;
}

/** Goes through a group of facts: a lead for each, then what its sources say. */
export interface EachStep {
  readonly each: string;
  readonly most: number;
  readonly leads?: Leads;
  /** The lead states a fact and stays when there is no room or no source for the rest. */
  readonly keepLead?: boolean;
  readonly draw: Draw;
  readonly rank: number;
  /** Each in a paragraph of its own. */
  readonly apart?: boolean;
}

/** The best of the sources that no step has used. */
export interface BestStep {
  readonly draw: Draw;
  readonly most: number;
  /** May use the source's `title`, and its `topic`, the title as it stands within a sentence. */
  readonly leads?: Leads;
  /** Said when there is no such source. */
  readonly orSay?: Phrases;
  readonly rank: number;
  readonly unless?: string;
  /** A group or slot of the facts without which the step would make no sense. */
  readonly needs?: string;
}

/** One thing after another that a section says. Steps whose facts or sources are missing are passed over. */
export type Step = SayStep | EachStep | BestStep;

/**
 * A section as data: paragraphs of steps. `rank` says what goes first when there is no room: 0 is never left out, and
 * within a step the later ones go before the earlier.
 */
export interface SectionPlan {
  readonly paragraphs: readonly (readonly Step[])[];
  /** Said instead of any source when nothing fitting was found. */
  readonly nothing: Phrases;
}

/** A source that needs no introduction. */
export const NO_LEAD: Phrases = { ko: [''], en: [''] };
