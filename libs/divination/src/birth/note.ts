import type { Locale } from '@app/text';

/** Something missing from the input, and what the reading did about it. */
export interface Note {
  /** Path of the input it is about: `birth.time`. */
  readonly field: string;
  readonly ko: string;
  readonly en: string;
}

/** What a calculation lacked. */
export interface Notes {
  /** Parts that are missing from the facts. */
  readonly leftOut: readonly Note[];
  /** What was assumed instead. */
  readonly assumed: readonly Note[];
}

export const NO_NOTES: Notes = { leftOut: [], assumed: [] };

export const joinNotes = (...all: readonly Notes[]): Notes => ({
  leftOut: all.flatMap(({ leftOut }) => leftOut),
  assumed: all.flatMap(({ assumed }) => assumed),
});

/** In the reading's language, as facts carry it. */
export const noteFacts = (notes: readonly Note[], locale: Locale): readonly { field: string; reason: string }[] =>
  notes.map((note) => ({ field: note.field, reason: note[locale] }));
