import type { Locale } from '@app/text';

/** One retrieved passage as a section may cite it. */
export interface Evidence {
  /** The number the text cites it by, as `[n]`; unique within a reading. */
  readonly n: number;
  readonly id: string;
  readonly retriever: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly score: number;
}

/** What a section is about, as data: the offline composer writes from it, a model reads the messages made of it. */
export interface SectionBrief {
  /** `dream`, `tarot`, `iching`, `destiny`, … */
  readonly kind: string;
  readonly section: string;
  readonly locale: Locale;
  /** The user's own words; empty when there are none. */
  readonly question: string;
  /** The facts of the `reading` event. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** Texts of the sections this one comes after, by section. */
  readonly earlier: Readonly<Record<string, string>>;
}
