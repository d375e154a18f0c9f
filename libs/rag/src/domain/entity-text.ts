import type { EntityReference } from '../retriever.js';
import type { FoundRow } from '@app/knowledge';

/** Facets included by default: a dream symbol's situations and readings, an upright card, a hexagram's
 *  judgement and image. Missing fields are skipped. */
const DEFAULT_FACETS = /^(context-\d+|folk|psyche|upright|judgement|image)$/;

/** The record's text followed by the facets that matter. */
export function entityText({ text, facets }: FoundRow, asked: EntityReference['facets']): string {
  const names = asked ?? Object.keys(facets).filter((name) => DEFAULT_FACETS.test(name));
  return [text, ...names.flatMap((name) => facets[name] ?? [])].join(' ');
}
