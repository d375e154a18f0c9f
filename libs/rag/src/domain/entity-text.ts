import type { EntityReference, Passage } from '../retriever.js';
import type { FoundRow } from '@app/knowledge';

/**
 * Facets included by default: situations and interpretations of a dream symbol, the upright meaning of a card,
 * judgement and image of a hexagram. Missing facets are skipped.
 */
const DEFAULT_FACETS = /^(context-\d+|folk|psyche|upright|judgement|image)$/;

/** Returns the record's text followed by the requested or default facets. */
export function entityText(
  { text, facets }: FoundRow,
  asked: EntityReference['facets'],
): Pick<Passage, 'text' | 'facets'> {
  const names = asked ?? Object.keys(facets).filter((name) => DEFAULT_FACETS.test(name));
  const chosen = names.flatMap((name) => (facets[name] ? [[name, facets[name]] as const] : []));
  return { text: [text, ...chosen.map(([, further]) => further)].join(' '), facets: Object.fromEntries(chosen) };
}
