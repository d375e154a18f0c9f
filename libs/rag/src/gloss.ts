import type { EntityLinker } from './entity-linker.js';

/**
 * What a glossed question's vector counts beside a question's own, were all of its words glossed. Names stand for a
 * question better than nothing and worse than the question.
 */
const GLOSS_CONFIDENCE = 0.8;

export interface Gloss {
  /** English names of what the text speaks of, in its order. */
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The English titles of the records a text names, weighted by the share of its words that name one. */
export function gloss(text: string, linker: EntityLinker): Gloss | undefined {
  const linked = linker.link(text);
  if (linked.length === 0) return undefined;
  const words = [...text.normalize('NFC').matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const spans = linked.flatMap((entity) => entity.spans);
  const named = words.filter(({ index, 0: word }) =>
    spans.some(({ start, end }) => start < index + word.length && index < end),
  );
  // Of several things of one name the linker gives the likeliest first.
  const names = [...Map.groupBy(linked, ({ mention }) => mention).values()].map(([first]) => first?.titles.en ?? '');
  const confidence = (GLOSS_CONFIDENCE * named.length) / Math.max(1, words.length);
  return { text: [...new Set(names)].join(', '), confidence };
}
