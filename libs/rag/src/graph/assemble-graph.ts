import { GraphConsistency, type GraphEdge, type GraphNode, type GraphPart } from '@app/knowledge';
import { KnowledgeGraph } from './knowledge-graph.js';

export interface AssembledGraph {
  readonly graph: KnowledgeGraph;
  /** One sentence for each node or edge that was omitted. */
  readonly problems: readonly string[];
}

/** Merges all parts into one graph. Duplicates of an earlier part and invalid edges are omitted and reported. */
export function assembleGraph(parts: readonly GraphPart[]): AssembledGraph {
  const consistency = new GraphConsistency();
  const collections = new Map<GraphNode | GraphEdge, string>();
  const problems: string[] = [];
  const withoutProblem = <Item extends GraphNode | GraphEdge>(
    items: readonly Item[],
    collection: string,
    add: (item: Item) => string | undefined,
  ): readonly Item[] =>
    items.filter((item) => {
      const problem = add(item);
      if (problem === undefined) collections.set(item, collection);
      else problems.push(`${collection}: ${problem}`);
      return problem === undefined;
    });
  // All nodes first: edges may refer to nodes of other parts.
  const nodes = parts.flatMap((part) =>
    withoutProblem(part.nodes, part.collection, (node) => consistency.addNode(node)),
  );
  const edges = parts.flatMap((part) =>
    withoutProblem(part.edges, part.collection, (edge) => consistency.addEdge(edge)),
  );
  return { graph: new KnowledgeGraph(nodes, edges, collections), problems };
}
