import type { Locale } from '@app/text';
/** A range of a passage's sentences; `from` and `to` as in `Array.slice`. */
export interface Span {
  readonly from: number;
  readonly to?: number;
  /** Passages with fewer sentences do not contain this part. */
  readonly min: number;
}

/** A record about a subject, and the part of it that is, when not all. */
export interface SubjectRecord {
  readonly id: string;
  readonly span?: Span;
}

/** A subject of the reading: a symbol, card, hexagram or pillar. */
export interface Subject {
  /** Best first. */
  readonly records: readonly SubjectRecord[];
  /** Titles that identify passages about it when their id does not. */
  readonly names: readonly string[];
  /** Slots for phrases about it. */
  readonly slots: Readonly<Record<string, string>>;
}

/** Facts of a reading in its locale. Unknown facts are absent; phrases that need them are skipped. */
export interface SectionFacts {
  /** `about` is a short name of the reading's subject, for every kind. */
  readonly slots: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, readonly Subject[]>>;
}

/** Never throws; missing or malformed facts are left out. */
export type FactsReader = (
  facts: Readonly<Record<string, unknown>>,
  locale: Locale,
  /** The user's own words. */
  question: string,
) => SectionFacts;
