import { analyze } from '@app/text';
import type { Locale } from '@app/text';
import type { RetrievalQuery } from '../retriever.js';
import type { KnowledgeSnapshot } from '@app/knowledge';
import type { TableEntry } from '@app/knowledge';
import { factRecordId } from './fact-records.js';

/** Rows whose terms one query may go through: at 100 000 rows, 200 000 postings take about 10 ms on one core. */
const MAX_POSTINGS = 200_000;
/** What is assumed of a term that is not among the common ones. */
const RARE_SHARE = 0.005;

/** What to look for: the user's words and the names of what is known of the reading. */
export function queryTerms(query: RetrievalQuery, lang: Locale, snapshot: KnowledgeSnapshot): readonly string[] {
  const names = query.facts.map((fact) => snapshot.record(factRecordId(fact))?.[lang]?.title ?? '');
  return analyze([query.text, ...names].join('\n'));
}

/**
 * Leaves out the commonest terms of a long query until looking up the rest is cheap. Common terms say least about a
 * row, and their lists of rows are the longest. A short query, or one to a small table, keeps everything.
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
