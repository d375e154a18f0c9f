import type { Adjacency } from './knowledge-graph.js';

export interface PageRankOptions {
  /**
   * Probability of continuing the walk instead of restarting at a seed. 0.5 as in HippoRAG, which favours nodes near
   * the seeds.
   */
  readonly damping?: number;
  /**
   * A node's residual is propagated only if it is at least this value times the node's degree. The error of each rank
   * is at most this value times the degree.
   */
  readonly precision?: number;
  /** Returns whether an adjacency entry may be traversed; all entries when absent. */
  readonly mayWalk?: (entry: number) => boolean;
}

export interface PageRank {
  /** Rank of each node; the sum is at most 1. */
  readonly ranks: Float64Array;
  /** Nodes with a rank above 0, in ascending order. */
  readonly reached: readonly number[];
  /** Number of adjacency entries visited. */
  readonly steps: number;
}

/** Default precision. It limits the work to 2 / precision steps. */
const PRECISION = 1e-5;

/**
 * Personalised PageRank from weighted seeds, as HippoRAG ranks the nodes near a question's entities (Gutiérrez et al.,
 * "HippoRAG: Neurobiologically Inspired Long-Term Memory for Large Language Models", NeurIPS 2024, section 2.3, damping
 * 0.5). Uses local push instead of power iteration (Andersen, Chung and Lang, "Local Graph Partitioning using PageRank
 * Vectors", FOCS 2006): the work depends on the precision, not on the size of the graph. Deterministic.
 * @param seeds weight of each seed node, in a fixed order; the weights need not sum up to 1
 */
export function personalisedPageRank(
  { offsets, targets, weights, strengths }: Adjacency,
  seeds: ReadonlyMap<number, number>,
  { damping = 0.5, precision = PRECISION, mayWalk }: PageRankOptions = {},
): PageRank {
  const count = offsets.length - 1;
  const ranks = new Float64Array(count);
  const waiting = new Float64Array(count);
  const isQueued = new Uint8Array(count);
  // Ring buffer; a node is queued at most once.
  const queue = new Uint32Array(count);
  let head = 0;
  let length = 0;
  let steps = 0;

  let total = 0;
  for (const weight of seeds.values()) total += weight;
  for (const [node, weight] of seeds) {
    waiting[node] = weight / total;
    isQueued[node] = 1;
    queue[length++] = node;
  }
  // Hot loop in one function: extracting the update of a target into its own function doubled the time.
  while (length > 0) {
    const node = queue[head]!;
    head = head + 1 < count ? head + 1 : 0;
    length--;
    isQueued[node] = 0;
    const attention = waiting[node]!;
    waiting[node] = 0;
    ranks[node]! += (1 - damping) * attention;
    const [from, to] = [offsets[node]!, offsets[node + 1]!];
    const strength = mayWalk ? openStrength(weights, from, to, mayWalk) : strengths[node]!;
    steps += to - from;
    if (strength === 0) continue;
    const perWeight = (damping * attention) / strength;
    for (let entry = from; entry < to; entry++) {
      if (mayWalk && !mayWalk(entry)) continue;
      const target = targets[entry]!;
      const received = waiting[target]! + perWeight * weights[entry]!;
      waiting[target] = received;
      if (isQueued[target] === 1 || received < precision * (offsets[target + 1]! - offsets[target]!)) continue;
      isQueued[target] = 1;
      const end = head + length++;
      queue[end < count ? end : end - count] = target;
    }
  }

  const reached: number[] = [];
  for (let node = 0; node < count; node++) {
    ranks[node]! += (1 - damping) * waiting[node]!;
    if (ranks[node]! > 0) reached.push(node);
  }
  return { ranks, reached, steps };
}

function openStrength(weights: Float64Array, from: number, to: number, isOpen: (entry: number) => boolean): number {
  let strength = 0;
  for (let entry = from; entry < to; entry++) if (isOpen(entry)) strength += weights[entry]!;
  return strength;
}
