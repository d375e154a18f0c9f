import type { Span } from '@app/rag';
import type { Mention } from './mentions.js';
import { isPresent, type SceneEntity } from './scene.js';

/** Merges the mentions of each entity; affirmed dreamt ones first, by falling salience. Mentions come in text order. */
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

/** The share of the mentions that agree, between an even chance and near certainty. */
function confidenceOf(mentions: readonly Mention[], present: number): number {
  const agreeing = Math.max(present, mentions.length - present) / mentions.length;
  return Math.round((0.5 + 0.45 * agreeing) * 100) / 100;
}

/** How much likelier than a place a thing of a category is what the dream is about; measured on labelled dreams. */
const PRIOR: Readonly<Record<string, number>> = { animal: 0.9, character: 0.5, action: 0.3, nature: 0.1, body: -0.4 };
/** In a long dream what is mentioned only once is often a prop. */
const ONCE_IN_A_LONG_DREAM = -0.3;
const LONG_DREAM_SENTENCES = 8;
const REPEATED = 0.35;
const EARLY = 0.6;
const AT_THE_END = 0.1;
const FELT = 0.1;

function salienceOf(present: readonly Mention[], sentenceCount: number, felt: ReadonlySet<number>): number {
  const [first] = present;
  if (!first) return 0;
  const at = new Set(present.map(({ sentence }) => sentence.index));
  const isLast = at.has(sentenceCount - 1) && sentenceCount > 1;
  const isPassing = present.length === 1 && sentenceCount > LONG_DREAM_SENTENCES;
  return (
    1 +
    (isPassing ? ONCE_IN_A_LONG_DREAM : 0) +
    (PRIOR[first.entity.category ?? ''] ?? 0) +
    REPEATED * Math.log2(present.length) +
    EARLY * (1 - first.sentence.index / sentenceCount) +
    (isLast ? AT_THE_END : 0) +
    ([...at].some((index) => felt.has(index)) ? FELT : 0)
  );
}
