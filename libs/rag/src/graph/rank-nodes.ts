import type { GraphNode } from '@app/knowledge';
import type { KnowledgeGraph } from './knowledge-graph.js';
import type { PageRank } from './personalised-page-rank.js';
import { type Belonging, belonging } from './realm.js';
import type { SeedNodes } from './seed-nodes.js';

export interface RankedNode {
  readonly node: number;
  /** Score relative to the best node of this query, 0 to 1. */
  readonly score: number;
  readonly isSeed: boolean;
}

// Score factor for nodes that are not seeds: ideas are most relevant, additional symbols or cards less.
const RELEVANCE: Readonly<Record<Belonging, number>> = { idea: 1, own: 1, same: 0.3, other: 0.1 };
/** Score factor for nodes that such readings consist of: related hexagrams, trigrams, pillars and gods. */
const STRUCTURAL = 0.8;
const STRUCTURAL_KINDS = new Set(['hexagram', 'trigram', 'stem', 'branch', 'pillar', 'ten_god', 'five_element']);
/** Score factor for hexagram lines that were not cast, which are irrelevant. */
const UNCAST_LINE = 0.02;
/** Minimum share of the passages for nodes that are not seeds. */
const RELATED_SHARE = 1 / 3;
const MIN_SCORE = 0.02;

/** Selects the nodes for passages: those of `query.entities` first, then the best `topK` of the rest, best first. */
export function rankNodes(
  graph: KnowledgeGraph,
  { ranks, reached }: PageRank,
  { weights, entities }: SeedNodes,
  { kind, topK, isVisible }: { kind: string | undefined; topK: number; isVisible: (node: GraphNode) => boolean },
): readonly RankedNode[] {
  // Skips the many nodes whose rank is too low compared with the best seed before reading them.
  let best = 0;
  for (const node of weights.keys()) if (isVisible(graph.nodes[node]!)) best = Math.max(best, ranks[node]!);
  const weighed: RankedNode[] = [];
  for (const node of reached) {
    const isSeed = weights.has(node);
    if (!isSeed && ranks[node]! < MIN_SCORE * best) continue;
    const item = graph.nodes[node]!;
    if (!isVisible(item)) continue;
    const score = ranks[node]! * (isSeed ? 1 : relevance(item, kind));
    best = Math.max(best, score);
    weighed.push({ node, isSeed, score });
  }
  const ranked = weighed
    .map((item) => ({ ...item, score: item.score / best }))
    .sort((a, b) => b.score - a.score || a.node - b.node);
  const first = entities.flatMap((node) => ranked.filter((item) => item.node === node));
  return [
    ...first,
    ...withRelatedNodes(
      ranked.filter(({ node }) => !entities.includes(node)),
      topK,
    ),
  ];
}

function relevance({ id, kind }: GraphNode, readingKind: string | undefined): number {
  if (kind === 'hexagram_line') return UNCAST_LINE;
  const belongs = belonging(id, readingKind);
  return belongs === 'same' && STRUCTURAL_KINDS.has(kind) ? STRUCTURAL : RELEVANCE[belongs];
}

/**
 * Selects the passages. A long dream mentions more nodes than there is room for, so some places are reserved for
 * related nodes that are not seeds.
 */
function withRelatedNodes(ranked: readonly RankedNode[], topK: number): readonly RankedNode[] {
  const related = ranked.filter(({ isSeed, score }) => !isSeed && score >= MIN_SCORE);
  const seeds = ranked.filter(({ isSeed }) => isSeed);
  const kept = Math.min(related.length, Math.max(Math.ceil(topK * RELATED_SHARE), topK - seeds.length));
  return [...seeds.slice(0, topK - kept), ...related.slice(0, kept)].sort(
    (a, b) => b.score - a.score || a.node - b.node,
  );
}
