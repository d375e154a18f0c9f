import type { EntityLinker } from '../entity-linker.js';
import type { Neighbour } from '../neighbour-source.js';
import type { RetrievalQuery } from '../retriever.js';

/** Known facts of a reading with their certainty, 0 to 1. */
export type KnownFacts = ReadonlyMap<string, number>;

/** Certainty of facts mentioned in the question; facts of the reading have 1. */
const MENTIONED = 0.8;
/** Factor for the certainty of facts found only by vector similarity. */
const SIMILAR_FACTOR = 0.5;
const MIN_SIMILARITY = 0.35;
/**
 * Facts that a reading extracts from the user's words, excluding negated mentions. If it has any, the words are not
 * searched again.
 */
const READ_FROM_WORDS = /^(symbol|emotion|theme|archetype|element):/;
const FACT_PREFIX: Readonly<Record<string, string>> = { dream: 'symbol', tarot: 'card', iching: 'hexagram' };

/**
 * Returns facts of the reading, facts mentioned in the text and ideas that are semantically similar. Each fact has its
 * highest certainty.
 */
export function knownFacts(query: RetrievalQuery, linker: EntityLinker, neighbours: readonly Neighbour[]): KnownFacts {
  const facts = new Map<string, number>();
  const add = (fact: string, certainty: number) => facts.set(fact, Math.max(facts.get(fact) ?? 0, certainty));
  for (const fact of query.facts) add(fact, 1);
  if (query.kind) add(`kind:${query.kind}`, 1);
  if (!query.facts.some((fact) => READ_FROM_WORDS.test(fact))) {
    for (const { id } of linker.link(query.text)) if (isOfKind(id, query.kind)) add(factOf(id), MENTIONED);
  }
  for (const { id, similarity } of neighbours) {
    if (similarity >= MIN_SIMILARITY && isIdea(id)) add(factOf(id), SIMILAR_FACTOR * similarity);
  }
  return facts;
}

/** Converts a node id to a fact: `dream:snake` is `symbol:snake`. Ideas are unchanged. */
function factOf(id: string): string {
  const [prefix = '', ...rest] = id.split(':');
  return `${FACT_PREFIX[prefix] ?? prefix}:${rest.join(':')}`;
}

const isIdea = (id: string): boolean => READ_FROM_WORDS.test(id);

/**
 * Whether a mentioned node is a fact. Only symbols and ideas are: a card that is mentioned was not necessarily drawn.
 */
const isOfKind = (id: string, kind: string | undefined): boolean =>
  isIdea(id) || (id.startsWith('dream:') && (kind === undefined || kind === 'dream'));
