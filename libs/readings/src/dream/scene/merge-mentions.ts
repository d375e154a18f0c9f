import type { Span } from '@app/rag';
import type { Mention } from './mentions.js';
import { salienceOf } from './salience.js';
import { isPresent, type SceneEntity } from './scene.js';

/**
 * Merges the mentions of each entity. Entities affirmed in the dream come first, by falling salience.
 * @param mentions in text order
 */
export function mergeMentions(
  mentions: readonly Mention[],
  sentenceCount: number,
  range: (start: number, end: number) => Span,
): readonly SceneEntity[] {
  const felt = new Set(
    mentions.filter(({ entity }) => entity.id.startsWith('emotion:')).map(({ sentence }) => sentence.index),
  );
  const entities = [...Map.groupBy(mentions, ({ entity }) => entity.id).values()].map((own) =>
    merge(own, sentenceCount, felt, range),
  );
  return entities.toSorted((a, b) => Number(isPresent(b)) - Number(isPresent(a)) || b.salience - a.salience);
}

function merge(
  mentions: readonly Mention[],
  sentenceCount: number,
  felt: ReadonlySet<number>,
  range: (start: number, end: number) => Span,
): SceneEntity {
  const correction = mentions.findLastIndex(({ isIdentityDenied }) => isIdentityDenied);
  const valid = mentions.slice(Math.max(correction, 0));
  const present = valid.filter(isPresent);
  const deciding = present[0] ?? valid.find(({ polarity }) => polarity === 'denied') ?? valid[0];
  if (!deciding) throw new Error('an entity without a mention');
  return {
    id: deciding.entity.id,
    titles: deciding.entity.titles,
    span: range(deciding.start, deciding.end),
    polarity: deciding.polarity,
    frame: deciding.frame,
    confidence: confidenceOf(mentions, present.length),
    salience: salienceOf(present, sentenceCount, felt),
    category: deciding.entity.category,
    places: present.map(({ sentence, start, end }) => ({ sentence: sentence.index, start, end })),
  };
}

/** Confidence from the share of mentions that agree, at most 0.95. */
function confidenceOf(mentions: readonly Mention[], present: number): number {
  const agreeing = Math.max(present, mentions.length - present) / mentions.length;
  return Math.round((0.5 + 0.45 * agreeing) * 100) / 100;
}
