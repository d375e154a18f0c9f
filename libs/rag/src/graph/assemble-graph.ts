import type { GraphEdge, GraphNode, GraphPart } from '@app/knowledge';
import { KnowledgeGraph } from './knowledge-graph.js';

export interface AssembledGraph {
  readonly graph: KnowledgeGraph;
  /** One sentence for each node or edge that was omitted. */
  readonly problems: readonly string[];
}

/** Merges all parts into one graph. Duplicates of an earlier part and invalid edges are omitted and reported. */
export function assembleGraph(parts: readonly GraphPart[]): AssembledGraph {
  const assembly = new Assembly();
  for (const { collection, nodes } of parts) for (const node of nodes) assembly.addNode(node, collection);
  for (const { collection, edges } of parts) for (const edge of edges) assembly.addEdge(edge, collection);
  return { graph: assembly.finish(), problems: assembly.problems };
}

class Assembly {
  readonly problems: string[] = [];
  private readonly nodes: GraphNode[] = [];
  private readonly edges: GraphEdge[] = [];
  private readonly collections = new Map<GraphNode | GraphEdge, string>();
  private readonly ids = new Set<string>();
  private readonly keys = new Set<string>();

  addNode(node: GraphNode, collection: string): void {
    if (this.ids.has(node.id)) return void this.problems.push(`${collection}: node ${node.id} is there already`);
    this.ids.add(node.id);
    this.nodes.push(node);
    this.collections.set(node, collection);
  }

  addEdge(edge: GraphEdge, collection: string): void {
    const { source, type, target } = edge;
    const missing = [source, target].find((id) => !this.ids.has(id));
    const key = `${source} ${type} ${target}`;
    if (missing !== undefined)
      return void this.problems.push(`${collection}: edge ${key} ends at ${missing}, which is not there`);
    if (source === target) return void this.problems.push(`${collection}: edge ${key} leads back to its own node`);
    if (this.keys.has(key)) return void this.problems.push(`${collection}: edge ${key} is there already`);
    this.keys.add(key);
    this.edges.push(edge);
    this.collections.set(edge, collection);
  }

  finish(): KnowledgeGraph {
    return new KnowledgeGraph(this.nodes, this.edges, this.collections);
  }
}
