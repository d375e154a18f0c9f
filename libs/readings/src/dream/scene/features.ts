import type { Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Features } from './scene.js';
import { type Usage, usageOf } from './usage.js';

/** The scene around an entity. */
export interface Setting {
  readonly sentenceCount: number;
  /** Number of entities present in the dream. */
  readonly entityCount: number;
  /** Indices of the sentences that state a feeling. */
  readonly felt: ReadonlySet<number>;
  readonly lexicon: Lexicon;
}

/** Dreams of more sentences mention many things in passing. */
const LONG_DREAM_SENTENCES = 6;

/** @param present affirmed mentions in the dream, in text order, at least one */
export function featuresOf(
  present: readonly Mention[],
  { sentenceCount, entityCount, felt, lexicon }: Setting,
): Features {
  const [first] = present;
  if (!first) return {};
  const usages = present.map((mention) => usageOf(mention, lexicon));
  const uses = (holds: (usage: Usage) => boolean): number => Number(usages.some(holds));
  const at = present.map(({ sentence }) => sentence.index);
  const category = first.entity.category ?? 'none';
  const isHint = present.every((mention) => mention.isHint);
  const isLong = sentenceCount > LONG_DREAM_SENTENCES;
  return {
    [category]: 1,
    [`long ${category}`]: Number(isLong),
    [`hint ${category}`]: Number(isHint),
    'long hint': Number(isHint && isLong),
    repeated: Math.log2(present.length),
    early: 1 - first.sentence.index / sentenceCount,
    last: Number(sentenceCount > 1 && at.includes(sentenceCount - 1)),
    crowded: Math.log2(entityCount),
    felt: Number(at.some((index) => felt.has(index))),
    subject: uses(({ role }) => role === 'subject'),
    object: uses(({ role }) => role === 'object'),
    place: uses(({ role }) => role === 'place'),
    new: uses(({ determiner }) => determiner === 'new'),
    own: uses(({ determiner }) => determiner === 'own'),
    definite: uses(({ determiner }) => determiner === 'definite'),
    'act of another': Number(usages.every(({ agent }) => agent === 'other')),
    'own act': uses(({ agent }) => agent === 'dreamer'),
    bare: Number(usages.every(({ isBare }) => isBare)),
    modifier: Number(usages.every(({ isModifier }) => isModifier)),
    implied: Number(present.every(({ name }) => name === '')),
    'first sentence': Number(first.sentence.index === 0),
  };
}
