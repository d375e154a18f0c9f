import type { EntityLinker } from '../entity-linker.js';
import type { Neighbour } from '../neighbour-source.js';
import type { RetrievalQuery } from '../retriever.js';
import { factNodeId } from './fact-nodes.js';
import type { KnowledgeGraph } from './knowledge-graph.js';
import { belonging } from './realm.js';

// Seed weights of the reading's entities, the user's words, other known facts and semantic neighbours.
const ENTITY = 1;
const WORD = 1;
const FACT = 0.6;
const NEIGHBOUR = 0.3;
/** Weight of a word whose only nodes belong to another kind of reading, such as the astrological Moon in a dream. */
const OTHER_KIND = 0.15;
/** Neighbours with a lower similarity are ignored. */
const MIN_SIMILARITY = 0.3;

export interface SeedNodes {
  /** Weight of each seed node, in a fixed order. */
  readonly weights: ReadonlyMap<number, number>;
  /** Nodes of `query.entities` in their order. */
  readonly entities: readonly number[];
}

/** Determines the seeds of the PageRank. Each node has the greatest of its weights, reduced by its number of edges. */
export function seedNodes(
  query: RetrievalQuery,
  graph: KnowledgeGraph,
  linker: EntityLinker,
  neighbours: readonly Neighbour[],
): SeedNodes {
  const weights = new Map<number, number>();
  const entities: number[] = [];
  const add = (id: string, weight: number) => {
    const node = graph.indexOf(id);
    if (node === undefined) return undefined;
    weights.set(node, Math.max(weights.get(node) ?? 0, weight * specificity(graph.degree(node))));
    return node;
  };
  for (const { id, facets } of query.entities) {
    const node = add(id, ENTITY);
    if (node !== undefined && !entities.includes(node)) entities.push(node);
    for (const facet of facets ?? []) add(lineId(id, facet), ENTITY);
  }
  for (const { id, weight } of mentionedNodes(query, linker)) add(id, weight);
  for (const fact of query.facts) add(factNodeId(fact), FACT);
  for (const { id, similarity } of neighbours) if (similarity >= MIN_SIMILARITY) add(id, NEIGHBOUR * similarity);
  return { weights, entities };
}

/**
 * HippoRAG divides a seed's weight by the number of passages that contain it. The logarithm keeps the weight of themes,
 * which have many edges, from becoming negligible.
 */
const specificity = (degree: number): number => 1 / Math.log2(2 + degree);

/** Node id for a facet: `iching:11` with the facet `line-3` is `iching:11.3`. */
const lineId = (id: string, facet: string): string => id + facet.replace(/^line-/, '.');

/**
 * Seeds mentioned in the question. If a mention has several nodes, those of this kind of reading are used and share its
 * weight.
 */
function mentionedNodes(
  { text, kind }: RetrievalQuery,
  linker: EntityLinker,
): readonly { id: string; weight: number }[] {
  const byMention = Map.groupBy(linker.link(text), ({ mention }) => mention);
  return [...byMention.values()].flatMap((group) => {
    const near = group.filter(({ id }) => belonging(id, kind) !== 'other');
    return near.length > 0 ? shared(near, WORD) : shared(group, OTHER_KIND);
  });
}

/**
 * Distributes the weight. The first node gets twice as much as each of the others: a dream symbol precedes the theme of
 * the same name.
 */
const shared = (group: readonly { readonly id: string }[], weight: number) =>
  group.map(({ id }, index) => ({ id, weight: (weight * (index === 0 ? 2 : 1)) / (group.length + 1) }));
