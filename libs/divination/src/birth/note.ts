import type { Locale } from '@app/text';

/** A message about missing or ambiguous input and how the reading handled it. */
export interface Note {
  /** Path of the input field that the note is about, such as `birth.time`. */
  readonly field: string;
  readonly ko: string;
  readonly en: string;
}

/** Notes of a calculation about missing or ambiguous input. */
export interface Notes {
  /** Values that are omitted from the facts. */
  readonly leftOut: readonly Note[];
  /** Assumptions made instead. */
  readonly assumed: readonly Note[];
}

export const NO_NOTES: Notes = { leftOut: [], assumed: [] };

export const joinNotes = (...all: readonly Notes[]): Notes => ({
  leftOut: all.flatMap(({ leftOut }) => leftOut),
  assumed: all.flatMap(({ assumed }) => assumed),
});

/** Notes in the reading's language, in the form used in facts. */
export const noteFacts = (notes: readonly Note[], locale: Locale): readonly { field: string; reason: string }[] =>
  notes.map((note) => ({ field: note.field, reason: note[locale] }));
