import type { GraphNode } from '@app/knowledge';
import type { KnowledgeGraph } from './knowledge-graph.js';
import type { PageRank } from './personalised-page-rank.js';
import { type Belonging, belonging } from './realm.js';
import type { SeedNodes } from './seed-nodes.js';

export interface RankedNode {
  readonly node: number;
  /** 0 to 1; 1 is the best of this question. */
  readonly score: number;
  readonly isSeed: boolean;
}

// What was not asked for is worth telling when it is an idea, and less when it is one more symbol or card.
const TELLING: Readonly<Record<Belonging, number>> = { idea: 1, own: 1, same: 0.3, other: 0.1 };
/** Related hexagrams, trigrams, pillars and gods are what those readings are made of. */
const STRUCTURAL = 0.8;
const STRUCTURAL_KINDS = new Set(['hexagram', 'trigram', 'stem', 'branch', 'pillar', 'ten_god', 'five_element']);
/** Hexagram lines that were not cast are irrelevant. */
const UNCAST_LINE = 0.02;
/** Of what was asked and what lies behind it, the latter has at least this share of the passages. */
const BEHIND_SHARE = 1 / 3;
const MIN_SCORE = 0.02;

/** The nodes to tell: those of `query.entities` first, then the best `topK` of the rest, best first. */
export function rankNodes(
  graph: KnowledgeGraph,
  { ranks, reached }: PageRank,
  { weights, entities }: SeedNodes,
  { kind, topK, mayTell }: { kind: string | undefined; topK: number; mayTell: (node: GraphNode) => boolean },
): readonly RankedNode[] {
  // Most of the thousands a walk reaches would be too little to tell beside the best seed, whatever they are.
  let best = 0;
  for (const node of weights.keys()) if (mayTell(graph.nodes[node]!)) best = Math.max(best, ranks[node]!);
  const weighed: RankedNode[] = [];
  for (const node of reached) {
    const isSeed = weights.has(node);
    if (!isSeed && ranks[node]! < MIN_SCORE * best) continue;
    const item = graph.nodes[node]!;
    if (!mayTell(item)) continue;
    const score = ranks[node]! * (isSeed ? 1 : telling(item, kind));
    best = Math.max(best, score);
    weighed.push({ node, isSeed, score });
  }
  const ranked = weighed
    .map((item) => ({ ...item, score: item.score / best }))
    .sort((a, b) => b.score - a.score || a.node - b.node);
  const first = entities.flatMap((node) => ranked.filter((item) => item.node === node));
  return [
    ...first,
    ...withRoomBehind(
      ranked.filter(({ node }) => !entities.includes(node)),
      topK,
    ),
  ];
}

function telling({ id, kind }: GraphNode, readingKind: string | undefined): number {
  if (kind === 'hexagram_line') return UNCAST_LINE;
  const belongs = belonging(id, readingKind);
  return belongs === 'same' && STRUCTURAL_KINDS.has(kind) ? STRUCTURAL : TELLING[belongs];
}

/** A long dream names more things than there is room for: some room is kept for what they have in common. */
function withRoomBehind(ranked: readonly RankedNode[], topK: number): readonly RankedNode[] {
  const behind = ranked.filter(({ isSeed, score }) => !isSeed && score >= MIN_SCORE);
  const asked = ranked.filter(({ isSeed }) => isSeed);
  const kept = Math.min(behind.length, Math.max(Math.ceil(topK * BEHIND_SHARE), topK - asked.length));
  return [...asked.slice(0, topK - kept), ...behind.slice(0, kept)].sort(
    (a, b) => b.score - a.score || a.node - b.node,
  );
}
