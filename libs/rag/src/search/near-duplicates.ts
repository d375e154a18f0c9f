import { LRUCache } from 'lru-cache';

/** Two texts that share this much of their words say the same; overlapping chunks of one document share far less. */
const SAME = 0.85;

// Texts of the pack come again and again; the words of 4 000 are some 20 MB at most.
const known = new LRUCache<string, ReadonlySet<string>>({ max: 4_000 });

/** Items without those that repeat an earlier, better one. */
export function withoutNearDuplicates<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  const kept: Array<{ readonly item: Item; readonly words: ReadonlySet<string> }> = [];
  for (const item of items) {
    const words = wordsOf(textOf(item));
    if (!kept.some((other) => saySame(other.words, words))) kept.push({ item, words });
  }
  return kept.map(({ item }) => item);
}

export function wordsOf(text: string): ReadonlySet<string> {
  const remembered = known.get(text);
  if (remembered) return remembered;
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  known.set(text, words);
  return words;
}

/** Whether Jaccard's index is at least `SAME`; ends at the first word too many that the other one lacks. */
function saySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let spare = small.size - (SAME / (1 + SAME)) * (a.size + b.size);
  if (spare < 0) return false;
  for (const word of small) if (!large.has(word) && --spare < 0) return false;
  return true;
}
