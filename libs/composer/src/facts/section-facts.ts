import type { Locale } from '@app/text';
/** Part of a source, in sentences, as `Array.slice` counts them: negative from the end. */
export interface Span {
  readonly from: number;
  readonly to?: number;
  /** A source with fewer sentences does not have this part. */
  readonly min: number;
}

/** A record that speaks of a subject, and where in it, when not everywhere. */
export interface SubjectRecord {
  readonly id: string;
  readonly span?: Span;
}

/** A thing the reading is about, by the name the reading calls it: a symbol, a card, a hexagram, a pillar. */
export interface Subject {
  /** Best first. */
  readonly records: readonly SubjectRecord[];
  /** Titles by which sources without such an id are known to be about it. */
  readonly names: readonly string[];
  /** What phrases about it may say. */
  readonly slots: Readonly<Record<string, string>>;
}

/** The facts of a reading in words of its language. What is unknown is absent, and phrases that need it are not used. */
export interface SectionFacts {
  /** `about` names in short what the reading is about, whatever its kind. */
  readonly slots: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, readonly Subject[]>>;
}

/** Tolerant of whatever a client sent: what is missing or odd is left out. */
export type FactsReader = (
  facts: Readonly<Record<string, unknown>>,
  locale: Locale,
  /** The user's own words. */
  question: string,
) => SectionFacts;
