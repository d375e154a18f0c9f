import type { EntityLinker } from '../entity-linker.js';
import type { Neighbour } from '../neighbour-source.js';
import type { RetrievalQuery } from '../retriever.js';
import { factNodeId } from './fact-nodes.js';
import type { KnowledgeGraph } from './knowledge-graph.js';
import { belonging } from './realm.js';

// How much a walk begins at what the reading is about, at the user's words, at what else is known, at what is alike.
const ENTITY = 1;
const WORD = 1;
const FACT = 0.6;
const NEIGHBOUR = 0.3;
/** A word that only another kind of reading has a node for: the Moon of the sky in a dream. */
const FOREIGN = 0.15;
/** Facts of the user's words are named by them as well; a neighbour that is less alike than this is a coincidence. */
const MIN_SIMILARITY = 0.3;

export interface SeedNodes {
  /** Node to weight, in a fixed order. */
  readonly weights: ReadonlyMap<number, number>;
  /** Nodes of `query.entities`, in their order. */
  readonly entities: readonly number[];
}

/** Where the walk begins. Every node counts once, by its best reason, and less the more it is connected with. */
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
  for (const { id, weight } of spoken(query, linker)) add(id, weight);
  for (const fact of query.facts) add(factNodeId(fact), FACT);
  for (const { id, similarity } of neighbours) if (similarity >= MIN_SIMILARITY) add(id, NEIGHBOUR * similarity);
  return { weights, entities };
}

/** HippoRAG weighs a seed by the inverse of the passages it is in; the logarithm keeps themes from vanishing. */
const specificity = (degree: number): number => 1 / Math.log2(2 + degree);

/** `iching:11` with the facet `line-3` is also `iching:11.3`. */
const lineId = (id: string, facet: string): string => id + facet.replace(/^line-/, '.');

/** The words of the question. Where one names several things, those of this kind of reading are meant, and share it. */
function spoken({ text, kind }: RetrievalQuery, linker: EntityLinker): readonly { id: string; weight: number }[] {
  const byMention = Map.groupBy(linker.link(text), ({ mention }) => mention);
  return [...byMention.values()].flatMap((group) => {
    const near = group.filter(({ id }) => belonging(id, kind) !== 'other');
    return near.length > 0 ? shared(near, WORD) : shared(group, FOREIGN);
  });
}

/** The first has twice as much as each of the others: a symbol before the theme of the same name. */
const shared = (group: readonly { readonly id: string }[], weight: number) =>
  group.map(({ id }, index) => ({ id, weight: (weight * (index === 0 ? 2 : 1)) / (group.length + 1) }));
