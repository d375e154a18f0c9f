import type { GraphEdge } from '@app/knowledge';
import type { KnowledgeGraph } from './knowledge-graph.js';
import type { PageRank } from './personalised-page-rank.js';

const SENTENCES_EACH = 2;
const MAX_PATH_LENGTH = 4;

interface PassageNode {
  readonly node: number;
  readonly isSeed: boolean;
}

/** For each node of a passage the edges to mention with it, every pair of nodes once. */
export function connections(
  graph: KnowledgeGraph,
  passages: readonly PassageNode[],
  { ranks }: PageRank,
  mayWalk?: (entry: number) => boolean,
): ReadonlyMap<number, readonly GraphEdge[]> {
  const isSeed = new Map(passages.map((item) => [item.node, item.isSeed]));
  const joined = new Set<string>();
  const edges = new Map<number, readonly GraphEdge[]>();
  // What lies behind the question is explained by what was asked; what was asked takes the edges that are left.
  for (const { node } of passages.toSorted((a, b) => Number(a.isSeed) - Number(b.isSeed))) {
    const candidates = entriesOf(graph, node)
      .filter((entry) => isSeed.get(graph.adjacency.targets[entry]!) ?? false)
      .filter((entry) => !mayWalk || mayWalk(entry))
      .sort((a, b) => telling(graph, ranks, b) - telling(graph, ranks, a) || a - b);
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
    if (joined.has(pair) || edges.length === SENTENCES_EACH) continue;
    joined.add(pair);
    edges.push(graph.edges[graph.adjacency.edges[entry]!]!);
  }
  return edges;
}

/** That two things share a name tells a reader less than anything else that joins them. */
const telling = (graph: KnowledgeGraph, ranks: Float64Array, entry: number): number =>
  flow(graph, ranks, entry) * (graph.edges[graph.adjacency.edges[entry]!]!.role === 'image' ? 0.1 : 1);

/** The way from a seed to a node by which most of its attention came, both included; the node alone for a seed. */
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

/** The entry most attention comes through, the first of equal ones. */
function strongest(graph: KnowledgeGraph, ranks: Float64Array, entries: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const entry of entries) {
    const through = flow(graph, ranks, entry);
    if (through <= most) continue;
    most = through;
    best = entry;
  }
  return best;
}

const entriesOf = ({ adjacency: { offsets } }: KnowledgeGraph, node: number): number[] =>
  Array.from({ length: offsets[node + 1]! - offsets[node]! }, (_, index) => offsets[node]! + index);

/** Attention that comes through an entry from its far end. */
function flow({ adjacency }: KnowledgeGraph, ranks: Float64Array, entry: number): number {
  const from = adjacency.targets[entry]!;
  return (
    (ranks[from]! * adjacency.weights[entry]!) / Math.max(1, adjacency.offsets[from + 1]! - adjacency.offsets[from]!)
  );
}
