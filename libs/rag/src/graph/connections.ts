import type { GraphEdge } from '@app/knowledge';
import type { KnowledgeGraph } from './knowledge-graph.js';
import type { PageRank } from './personalised-page-rank.js';

const MAX_EDGES_PER_NODE = 2;
const MAX_PATH_LENGTH = 4;

interface PassageNode {
  readonly node: number;
  readonly isSeed: boolean;
}

/** Returns for each node of a passage the edges to be described with it. Each pair of nodes occurs once. */
export function connections(
  graph: KnowledgeGraph,
  passages: readonly PassageNode[],
  { ranks }: PageRank,
  mayWalk?: (entry: number) => boolean,
): ReadonlyMap<number, readonly GraphEdge[]> {
  const isSeed = new Map(passages.map((item) => [item.node, item.isSeed]));
  const joined = new Set<string>();
  const edges = new Map<number, readonly GraphEdge[]>();
  // Edges between a seed and a related node are assigned to the related node, so nodes that are not seeds come first;
  // seeds get the remaining edges.
  for (const { node } of passages.toSorted((a, b) => Number(a.isSeed) - Number(b.isSeed))) {
    const candidates = entriesOf(graph, node)
      .filter((entry) => isSeed.get(graph.adjacency.targets[entry]!) ?? false)
      .filter((entry) => !mayWalk || mayWalk(entry))
      .sort((a, b) => informativeness(graph, ranks, b) - informativeness(graph, ranks, a) || a - b);
    edges.set(node, firstOfEachPair(graph, node, candidates, joined));
  }
  return edges;
}

function firstOfEachPair(
  graph: KnowledgeGraph,
  node: number,
  entries: readonly number[],
  joined: Set<string>,
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const entry of entries) {
    const pair = [node, graph.adjacency.targets[entry]!].sort((a, b) => a - b).join(' ');
    if (joined.has(pair) || edges.length === MAX_EDGES_PER_NODE) continue;
    joined.add(pair);
    edges.push(graph.edges[graph.adjacency.edges[entry]!]!);
  }
  return edges;
}

/**
 * Weight of an edge for the selection. Edges with the role `image`, which often join nodes of the same name, are the
 * least informative.
 */
const informativeness = (graph: KnowledgeGraph, ranks: Float64Array, entry: number): number =>
  flow(graph, ranks, entry) * (graph.edges[graph.adjacency.edges[entry]!]!.role === 'image' ? 0.1 : 1);

/**
 * Returns the path from a seed to a node through which most of its rank came, including both ends; for a seed, only the
 * node itself.
 */
export function pathTo(
  graph: KnowledgeGraph,
  node: number,
  seeds: ReadonlyMap<number, number>,
  { ranks }: PageRank,
  mayWalk?: (entry: number) => boolean,
): readonly number[] {
  const path = [node];
  while (!seeds.has(path[0]!) && path.length < MAX_PATH_LENGTH) {
    const before = strongest(
      graph,
      ranks,
      entriesOf(graph, path[0]!).filter(
        (entry) => !path.includes(graph.adjacency.targets[entry]!) && (!mayWalk || mayWalk(entry)),
      ),
    );
    if (before === undefined) break;
    path.unshift(graph.adjacency.targets[before]!);
  }
  return path;
}

/** Returns the entry with the greatest flow; among equals, the first. */
function strongest(graph: KnowledgeGraph, ranks: Float64Array, entries: readonly number[]): number | undefined {
  let best: number | undefined;
  let bestFlow = -1;
  for (const entry of entries) {
    const through = flow(graph, ranks, entry);
    if (through <= bestFlow) continue;
    bestFlow = through;
    best = entry;
  }
  return best;
}

const entriesOf = ({ adjacency: { offsets } }: KnowledgeGraph, node: number): number[] =>
  Array.from({ length: offsets[node + 1]! - offsets[node]! }, (_, index) => offsets[node]! + index);

/** Rank that flows through an entry from its target node. */
function flow({ adjacency }: KnowledgeGraph, ranks: Float64Array, entry: number): number {
  const from = adjacency.targets[entry]!;
  return (
    (ranks[from]! * adjacency.weights[entry]!) / Math.max(1, adjacency.offsets[from + 1]! - adjacency.offsets[from]!)
  );
}
