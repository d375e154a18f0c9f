import { analyze, type Locale } from '@app/text';
import type { RetrievalQuery } from '../retriever.js';
import type { KnowledgeSnapshot, TableEntry } from '@app/knowledge';
import { factRecordId } from './fact-records.js';

/** Maximum number of postings per query. At 100 000 rows, 200 000 postings take about 10 ms on one core. */
const MAX_POSTINGS = 200_000;
/** Assumed share of rows for a term that is not in the list of common terms. */
const RARE_SHARE = 0.005;

/** Returns the search terms: the user's words and the titles of the known facts. */
export function queryTerms(query: RetrievalQuery, lang: Locale, snapshot: KnowledgeSnapshot): readonly string[] {
  const names = query.facts.map((fact) => snapshot.record(factRecordId(fact))?.[lang]?.title ?? '');
  return analyze([query.text, ...names].join('\n'));
}

/**
 * Omits the most common terms of a long query until the number of postings is within the limit. Common terms are the
 * least specific and have the longest posting lists. Short queries and queries to small tables keep all terms.
 */
export function affordableTerms(terms: readonly string[], { rows, commonTerms }: TableEntry): readonly string[] {
  const share = (term: string) => commonTerms[term] ?? RARE_SHARE;
  const kept = new Set<string>();
  let postings = 0;
  for (const term of [...new Set(terms)].toSorted((a, b) => share(a) - share(b))) {
    postings += share(term) * rows;
    if (postings > MAX_POSTINGS && kept.size > 0) break;
    kept.add(term);
  }
  return terms.filter((term) => kept.has(term));
}
