import type { Locale } from '@app/text';
/** A range of a passage's sentences; `from` and `to` have the meaning of `Array.slice` arguments. */
export interface Span {
  readonly from: number;
  readonly to?: number;
  /** Minimum number of sentences of a passage that contains this part. */
  readonly min: number;
}

/** A record about a subject; `span` is present when only that part of the record is about the subject. */
export interface SubjectRecord {
  readonly id: string;
  readonly span?: Span;
}

/** A subject of the reading: a symbol, card, hexagram or pillar. */
export interface Subject {
  /** The best record first. */
  readonly records: readonly SubjectRecord[];
  /** Titles that identify a passage about the subject when its record id does not. */
  readonly names: readonly string[];
  /** Slot values for phrases about the subject. */
  readonly slots: Readonly<Record<string, string>>;
}

/** Facts of a reading, as text in its locale. Unknown facts are absent, and phrases that need them are skipped. */
export interface SectionFacts {
  /** `about` is a short name of the reading's subject; every kind provides it. */
  readonly slots: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, readonly Subject[]>>;
}

/** Never throws; missing or malformed facts are left out. */
export type FactsReader = (
  facts: Readonly<Record<string, unknown>>,
  locale: Locale,
  /** The user's question as written. */
  question: string,
) => SectionFacts;
