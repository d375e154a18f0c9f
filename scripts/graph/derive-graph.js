import { addAstrologyEdges } from './astrology-edges.js';
import { EdgeList } from './edge-list.js';
import { addElementEdges } from './element-edges.js';
import { addIchingEdges } from './iching-edges.js';
import { addImageEdges } from './image-edges.js';
import { nodesOf } from './nodes.js';
import { addSajuEdges } from './saju-edges.js';
import { addTagEdges } from './tag-edges.js';
import { addTarotEdges } from './tarot-edges.js';

/**
 * Derives the graph of the domain records. Deterministic: the same records give the same bytes.
 * @returns {{ nodes: object[], edges: object[] }}
 * @throws when an edge refers to a missing node, which is a mistake in the domain files
 */
export function deriveGraph(records) {
  const nodes = nodesOf(records);
  const edges = new EdgeList();
  addTagEdges(edges, records);
  addImageEdges(edges, records);
  addElementEdges(edges);
  addIchingEdges(edges, records);
  addTarotEdges(edges, records);
  addSajuEdges(edges, records);
  addAstrologyEdges(edges, records);
  return { nodes, edges: withoutDangling(edges.sorted(), nodes) };
}

function withoutDangling(edges, nodes) {
  const ids = new Set(nodes.map(({ id }) => id));
  const dangling = edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target));
  if (dangling.length > 0)
    throw new Error(`no such node: ${dangling.slice(0, 10).map((edge) => JSON.stringify(edge))}`);
  return edges;
}
