import type { EntityLinker } from './entity-linker.js';

/**
 * Confidence of a gloss that covers all words of the question, relative to 1 for the question itself. Names represent a
 * question less well than its full text.
 */
const GLOSS_CONFIDENCE = 0.8;

export interface Gloss {
  /** English names of the mentioned records, in the order of the text. */
  readonly text: string;
  /** Confidence, 0 to 1. */
  readonly confidence: number;
}

/**
 * Returns the English titles of the records that a text mentions. The confidence is proportional to the share of words
 * that mention a record.
 */
export function gloss(text: string, linker: EntityLinker): Gloss | undefined {
  const linked = linker.link(text);
  if (linked.length === 0) return undefined;
  const words = [...text.normalize('NFC').matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const spans = linked.flatMap((entity) => entity.spans);
  const named = words.filter(({ index, 0: word }) =>
    spans.some(({ start, end }) => start < index + word.length && index < end),
  );
  // If one mention has several nodes, the linker returns the most likely one first.
  const names = [...Map.groupBy(linked, ({ mention }) => mention).values()].map(([first]) => first?.titles.en ?? '');
  const confidence = (GLOSS_CONFIDENCE * named.length) / Math.max(1, words.length);
  return { text: [...new Set(names)].join(', '), confidence };
}
