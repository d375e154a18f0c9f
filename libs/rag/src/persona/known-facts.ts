import type { EntityLinker } from '../entity-linker.js';
import type { Neighbour } from '../neighbour-source.js';
import type { RetrievalQuery } from '../retriever.js';

/** What is known of the reading, and how surely, 0 to 1. */
export type KnownFacts = ReadonlyMap<string, number>;

/** What a question's words name counts a little less than what the reading knows. */
const NAMED = 0.8;
/** Likeness of meaning is a hint at most. */
const ALIKE = 0.5;
const MIN_SIMILARITY = 0.35;
/** A reading that has facts of these kinds has read the words itself, and left out what was denied. */
const READ_FROM_WORDS = /^(symbol|emotion|theme|archetype|element):/;
const FACT_PREFIX: Readonly<Record<string, string>> = { dream: 'symbol', tarot: 'card', iching: 'hexagram' };

/** Facts by certainty: those of the reading, those named in the text, similar ones. Each appears once. */
export function knownFacts(query: RetrievalQuery, linker: EntityLinker, neighbours: readonly Neighbour[]): KnownFacts {
  const facts = new Map<string, number>();
  const add = (fact: string, certainty: number) => facts.set(fact, Math.max(facts.get(fact) ?? 0, certainty));
  for (const fact of query.facts) add(fact, 1);
  if (query.kind) add(`kind:${query.kind}`, 1);
  if (!query.facts.some((fact) => READ_FROM_WORDS.test(fact))) {
    for (const { id } of linker.link(query.text)) if (isOfKind(id, query.kind)) add(factOf(id), NAMED);
  }
  for (const { id, similarity } of neighbours) {
    if (similarity >= MIN_SIMILARITY && isIdea(id)) add(factOf(id), ALIKE * similarity);
  }
  return facts;
}

/** `dream:snake` is `symbol:snake` as a fact; ideas are facts as they are. */
function factOf(id: string): string {
  const [prefix = '', ...rest] = id.split(':');
  return `${FACT_PREFIX[prefix] ?? prefix}:${rest.join(':')}`;
}

const isIdea = (id: string): boolean => READ_FROM_WORDS.test(id);

/** A card that is only mentioned was not drawn: of the words, symbols and ideas alone are facts. */
const isOfKind = (id: string, kind: string | undefined): boolean =>
  isIdea(id) || (id.startsWith('dream:') && (kind === undefined || kind === 'dream'));
