import { LRUCache } from 'lru-cache';

/** Jaccard index of words from which two texts are duplicates; overlapping chunks of one document are far below it. */
const MIN_SIMILARITY = 0.85;

// Cache for texts that occur repeatedly; the words of 4 000 texts take at most about 20 MB.
const cache = new LRUCache<string, ReadonlySet<string>>({ max: 4_000 });

/** Removes items that repeat an earlier, better one. */
export function withoutNearDuplicates<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  const kept: Array<{ readonly item: Item; readonly words: ReadonlySet<string> }> = [];
  for (const item of items) {
    const words = wordsOf(textOf(item));
    if (!kept.some((other) => areDuplicates(other.words, words))) kept.push({ item, words });
  }
  return kept.map(({ item }) => item);
}

export function wordsOf(text: string): ReadonlySet<string> {
  const cached = cache.get(text);
  if (cached) return cached;
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  cache.set(text, words);
  return words;
}

/** Whether the Jaccard index is at least `MIN_SIMILARITY`. Stops as soon as too many words are missing in the other set. */
function areDuplicates(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let spare = small.size - (MIN_SIMILARITY / (1 + MIN_SIMILARITY)) * (a.size + b.size);
  if (spare < 0) return false;
  for (const word of small) if (!large.has(word) && --spare < 0) return false;
  return true;
}
