/** A thing the reading is about, by the name the reading calls it: a symbol, a card, a hexagram, a pillar. */
export interface Subject {
  /** Ids of the records that speak of it, best first. */
  readonly ids: readonly string[];
  /** Every name it goes by; the first is the one written. */
  readonly names: readonly string[];
  /** What phrases about it may say, besides `{name}`. */
  readonly slots: Readonly<Record<string, string>>;
  /** Labels of the facets of its record that matter, when the record marks facets: `역방향`, `Line 3`. */
  readonly facets?: readonly string[];
}

/** The facts of a reading in words of its language. What is unknown is absent, and phrases that need it are not used. */
export interface SectionFacts {
  readonly slots: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, readonly Subject[]>>;
}

export type Locale = 'ko' | 'en';
export type FactsReader = (facts: Readonly<Record<string, unknown>>, locale: Locale) => SectionFacts;
