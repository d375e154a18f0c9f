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
  const mentions = new Set(linked.map(({ mention }) => mention));
  const named = [...mentions].reduce((sum, mention) => sum + wordsOf(mention), 0);
  const confidence = GLOSS_CONFIDENCE * Math.min(1, named / Math.max(1, wordsOf(text)));
  const first = [...mentions].map((mention) => linked.find((entity) => entity.mention === mention)!.titles.en);
  return { text: [...new Set(first)].join(', '), confidence };
}

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
