import type { GraphEdge, GraphNode } from '@app/knowledge';

/** Adjacency lists of all nodes in compressed sparse row format. Each edge is stored in both directions. */
export interface Adjacency {
  /** Index of each node's first entry; one element longer than the list of nodes. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  /** Sum of the entry weights of each node. */
  readonly strengths: Float64Array;
  /** Edge index of each entry. */
  readonly edges: Uint32Array;
}

/**
 * An immutable graph. Edges are traversed in both directions, as in HippoRAG; their direction only matters in sentences
 * about them.
 */
export class KnowledgeGraph {
  readonly adjacency: Adjacency;
  private readonly indices: ReadonlyMap<string, number>;
  #collections: ReadonlySet<string> | undefined;

  /**
   * @param nodes nodes with distinct ids
   * @param edges edges between those nodes
   * @param collectionOf collection of each node and edge
   */
  constructor(
    readonly nodes: readonly GraphNode[],
    readonly edges: readonly GraphEdge[],
    private readonly collectionOf: ReadonlyMap<GraphNode | GraphEdge, string> = new Map(),
  ) {
    this.indices = new Map(nodes.map(({ id }, index) => [id, index]));
    this.adjacency = adjacencyOf(nodes.length, edges, this.indices);
  }

  indexOf(id: string): number | undefined {
    return this.indices.get(id);
  }

  degree(node: number): number {
    const { offsets } = this.adjacency;
    return (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  }

  /** Names of the collections that the nodes and edges belong to. */
  get collections(): ReadonlySet<string> {
    return (this.#collections ??= new Set(this.collectionOf.values()));
  }

  collection(item: GraphNode | GraphEdge): string | undefined {
    return this.collectionOf.get(item);
  }
}

function adjacencyOf(count: number, edges: readonly GraphEdge[], indices: ReadonlyMap<string, number>): Adjacency {
  const ends = edges.map(({ source, target }) => [indices.get(source) ?? 0, indices.get(target) ?? 0] as const);
  const offsets = offsetsOf(count, ends);
  const next = offsets.slice();
  const size = 2 * edges.length;
  const adjacency = {
    offsets,
    targets: new Uint32Array(size),
    weights: new Float64Array(size),
    strengths: new Float64Array(count),
    edges: new Uint32Array(size),
  };
  const put = (from: number, to: number, edge: number) => {
    const at = next[from]!++;
    adjacency.targets[at] = to;
    adjacency.weights[at] = edges[edge]!.weight;
    adjacency.strengths[from]! += edges[edge]!.weight;
    adjacency.edges[at] = edge;
  };
  for (const [edge, [source, target]] of ends.entries()) {
    put(source, target, edge);
    put(target, source, edge);
  }
  return adjacency;
}

function offsetsOf(count: number, ends: readonly (readonly [number, number])[]): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  for (const end of ends.flat()) offsets[end + 1]!++;
  for (let node = 0; node < count; node++) offsets[node + 1]! += offsets[node]!;
  return offsets;
}
