import type { Adjacency } from './knowledge-graph.js';

export interface PageRankOptions {
  /** Chance of walking on instead of starting anew at a seed. 0.5 as in HippoRAG: an answer is near the question. */
  readonly damping?: number;
  /** Attention below this much an edge is not passed on; the result's error a node is at most this times its degree. */
  readonly precision?: number;
  /** Whether an entry of the adjacency may be walked; all when absent. */
  readonly mayWalk?: (entry: number) => boolean;
}

export interface PageRank {
  /** By node; they sum up to 1 at most. */
  readonly ranks: Float64Array;
  /** Nodes that were reached, in the order they were. */
  readonly reached: readonly number[];
  /** Adjacency entries that were looked at. */
  readonly steps: number;
}

/** As much of a walk as 10 000 or more readers could tell apart; bounds the work at 2 / precision steps. */
const PRECISION = 1e-5;

/**
 * Personalised PageRank from weighted seeds, as HippoRAG ranks what a question's entities are near to (Gutiérrez et
 * al., "HippoRAG: Neurobiologically Inspired Long-Term Memory for Large Language Models", NeurIPS 2024, section 2.3,
 * damping 0.5), by local push instead of power iteration (Andersen, Chung and Lang, "Local Graph Partitioning using
 * PageRank Vectors", FOCS 2006): the work depends on the precision, not on the size of the graph. Deterministic.
 * @param seeds node to weight, in a fixed order; weights need not sum up to 1
 */
export function personalisedPageRank(
  { offsets, targets, weights, strengths }: Adjacency,
  seeds: ReadonlyMap<number, number>,
  { damping = 0.5, precision = PRECISION, mayWalk }: PageRankOptions = {},
): PageRank {
  const ranks = new Float64Array(offsets.length - 1);
  const waiting = new Float64Array(ranks.length);
  const queued = new Uint8Array(ranks.length);
  const reached: number[] = [];
  const queue: number[] = [];
  let steps = 0;

  const receive = (node: number, share: number) => {
    if (waiting[node] === 0 && ranks[node] === 0) reached.push(node);
    waiting[node]! += share;
    const isEnough = waiting[node]! >= precision * (offsets[node + 1]! - offsets[node]! || 1);
    if (!isEnough || queued[node]) return;
    queued[node] = 1;
    queue.push(node);
  };

  const openStrength = (from: number, to: number, isOpen: (entry: number) => boolean) => {
    let strength = 0;
    for (let entry = from; entry < to; entry++) if (isOpen(entry)) strength += weights[entry]!;
    return strength;
  };

  const push = (node: number) => {
    const attention = waiting[node]!;
    waiting[node] = 0;
    ranks[node]! += (1 - damping) * attention;
    const [from, to] = [offsets[node]!, offsets[node + 1]!];
    const strength = mayWalk ? openStrength(from, to, mayWalk) : strengths[node]!;
    steps += to - from;
    if (strength === 0) return;
    const perWeight = (damping * attention) / strength;
    for (let entry = from; entry < to; entry++) {
      if (!mayWalk || mayWalk(entry)) receive(targets[entry]!, perWeight * weights[entry]!);
    }
  };

  const total = [...seeds.values()].reduce((sum, weight) => sum + weight, 0);
  for (const [node, weight] of seeds) receive(node, weight / total);
  for (let head = 0; head < queue.length; head++) {
    queued[queue[head]!] = 0;
    push(queue[head]!);
  }
  for (const node of reached) ranks[node]! += (1 - damping) * waiting[node]!;
  return { ranks, reached, steps };
}
