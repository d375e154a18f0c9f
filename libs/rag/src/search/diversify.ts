import type { FusedHit } from '../fusion/fused-hit.js';
import { overlap, wordsOf } from './near-duplicates.js';

/**
 * Picks hits one by one, each time the one that is best after what it shares with those picked before is taken off:
 * maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), with shared words as the likeness.
 * @param relevance 1 keeps the order by score, 0 looks at variety alone.
 */
export function diversify(hits: readonly FusedHit[], count: number, relevance: number): readonly FusedHit[] {
  const left = hits.map((hit) => ({ hit, words: wordsOf(hit.row.text), likeness: 0 }));
  const picked: FusedHit[] = [];
  while (picked.length < count && left.length > 0) {
    const worth = left.map(({ hit, likeness }) => relevance * hit.score - (1 - relevance) * likeness);
    const [best] = left.splice(worth.indexOf(Math.max(...worth)), 1);
    if (!best) break;
    picked.push(best.hit);
    for (const other of left) other.likeness = Math.max(other.likeness, overlap(other.words, best.words));
  }
  return picked;
}
