import type { Source } from '../server/reading-events.js';
import type { SectionState } from './reading-state.js';

/** A source with the number that its citations show. */
export interface CitedSource extends Source {
  readonly at: number;
}

const CITATION = /\[(\d{1,3})\]/g;

/** The cited sources by the server's number, numbered from 1 in the order in which the sections cite them. */
export function citedSources(
  sections: readonly SectionState[],
  sources: ReadonlyMap<number, Source>,
): ReadonlyMap<number, CitedSource> {
  const cited = new Map<number, CitedSource>();
  for (const { text } of sections)
    for (const [, digits] of text.matchAll(CITATION)) {
      const source = sources.get(Number(digits));
      if (source && !cited.has(source.n)) cited.set(source.n, { ...source, at: cited.size + 1 });
    }
  return cited;
}
