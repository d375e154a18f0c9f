import type { Mention } from './mentions.js';

// The weights were tuned on one half of the labelled dreams; see `test/understanding/README.md`.

/** Weight of a category: how likely its entities are the topic of the dream, compared with places. */
const PRIOR: Readonly<Record<string, number>> = { animal: 0.9, character: 0.5, action: 0.3, nature: 0.1, body: -0.4 };

const LONG_DREAM_SENTENCES = 8;
/** Penalty in a long dream for an entity that is mentioned only once and therefore often incidental. */
const ONCE_IN_A_LONG_DREAM: Readonly<Record<string, number>> = {
  nature: -0.1,
  animal: -0.1,
  place: -0.6,
  object: -0.8,
  body: -1,
};
const ONCE_BY_DEFAULT = -0.3;
/** Actions that are usually incidental in a long dream. */
const PASSING = new Set(
  'finding-something losing-something eating sleeping laughing climbing falling jumping bathing travelling breaking-things buying-things waiting'
    .split(' ')
    .map((name) => `dream:${name}`),
);
const PASSING_ONCE = -1.4;

const REPEATED = 0.35;
const EARLY = 0.6;
const AT_THE_END = 0.1;
const FELT = 0.1;

/** The importance of an entity in the dream, from its affirmed mentions in the dream, in text order; 0 without any. */
export function salienceOf(present: readonly Mention[], sentenceCount: number, felt: ReadonlySet<number>): number {
  const [first] = present;
  if (!first) return 0;
  const at = new Set(present.map(({ sentence }) => sentence.index));
  const isLast = at.has(sentenceCount - 1) && sentenceCount > 1;
  return (
    1 +
    (present.length === 1 && sentenceCount > LONG_DREAM_SENTENCES ? onceWeight(first) : 0) +
    (PRIOR[first.entity.category ?? ''] ?? 0) +
    REPEATED * Math.log2(present.length) +
    EARLY * (1 - first.sentence.index / sentenceCount) +
    (isLast ? AT_THE_END : 0) +
    ([...at].some((index) => felt.has(index)) ? FELT : 0)
  );
}

const onceWeight = ({ entity: { id, category } }: Mention): number =>
  PASSING.has(id) ? PASSING_ONCE : (ONCE_IN_A_LONG_DREAM[category ?? ''] ?? ONCE_BY_DEFAULT);
