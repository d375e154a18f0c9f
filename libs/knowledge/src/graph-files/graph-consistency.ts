import type { GraphEdge, GraphNode } from './graph-record.js';

/** Detects repeated nodes and edges, and edges without two different existing ends. */
export class GraphConsistency {
  readonly #nodes = new Set<string>();
  readonly #edges = new Set<string>();

  /** @param elsewhere ids of nodes in other graphs. Edges may refer to them; nodes must not repeat them. */
  constructor(private readonly elsewhere: ReadonlySet<string> = new Set()) {}

  /** Returns why the node cannot be added, or adds it and returns undefined. */
  addNode({ id }: Pick<GraphNode, 'id'>): string | undefined {
    if (this.#has(id)) return `node ${id} already exists`;
    this.#nodes.add(id);
    return undefined;
  }

  /** Returns why the edge cannot be added, or adds it and returns undefined. */
  addEdge({ source, target, type }: Pick<GraphEdge, 'source' | 'target' | 'type'>): string | undefined {
    const key = `${source} ${type} ${target}`;
    const missing = [source, target].find((id) => !this.#has(id));
    if (missing !== undefined) return `edge ${key} ends at ${missing}, which does not exist`;
    if (source === target) return `edge ${key} connects a node with itself`;
    if (this.#edges.has(key)) return `edge ${key} already exists`;
    this.#edges.add(key);
    return undefined;
  }

  #has(id: string): boolean {
    return this.#nodes.has(id) || this.elsewhere.has(id);
  }
}
