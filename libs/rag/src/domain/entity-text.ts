import type { EntityReference, Passage } from '../retriever.js';
import type { FoundRow } from '@app/knowledge';

/** Facets included by default: a dream symbol's situations and readings, an upright card, a hexagram's
 *  judgement and image. Missing fields are skipped. */
const DEFAULT_FACETS = /^(context-\d+|folk|psyche|upright|judgement|image)$/;

/** The record's text followed by the facets that matter. */
export function entityText(
  { text, facets }: FoundRow,
  asked: EntityReference['facets'],
): Pick<Passage, 'text' | 'facets'> {
  const names = asked ?? Object.keys(facets).filter((name) => DEFAULT_FACETS.test(name));
  const chosen = names.flatMap((name) => (facets[name] ? [[name, facets[name]] as const] : []));
  return { text: [text, ...chosen.map(([, further]) => further)].join(' '), facets: Object.fromEntries(chosen) };
}
