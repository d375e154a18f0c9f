import type { FusedHit } from '../fusion/fused-hit.js';
import type { Locale } from '@app/text';
import type { RetrievalQuery } from '../retriever.js';
import type { KnowledgeSnapshot, KnowledgeTable, SearchOptions } from '@app/knowledge';
import { rerankTop } from '../rerank/rerank-top.js';
import type { Reranker } from '../rerank/reranker.js';
import { withFallback } from './guarded.js';
import { hybridSearch } from './hybrid-search.js';
import { withoutNearDuplicates } from './near-duplicates.js';
import { queryTerms } from './query-terms.js';

/** Number of hits from each search per requested passage, and the minimum. */
const DEPTH_PER_PASSAGE = 4;
const MIN_DEPTH = 40;

/** Number of rows read per requested passage, and the minimum; more than one, because near-duplicates are removed. */
const READ_PER_PASSAGE = 1.5;
const MIN_READ = 12;

/** One variant of a search in a table. */
export interface Attempt {
  /** Language in which the names of the facts are added to the query. */
  readonly lang: Locale;
  /** Condition for rows, see `SearchOptions`. */
  readonly where: string;
  readonly accepts?: SearchOptions['accepts'];
}

export interface KnowledgeSearch {
  readonly table: KnowledgeTable;
  /** Attempts in this order until one finds something. */
  readonly attempts: readonly Attempt[];
  /** Returns the score factor of a hit, 0 to 1; lower for hits that do not fit the reading's kind. */
  readonly scoreFactor?: (hit: FusedHit) => number;
  readonly reranker: Reranker;
}

/**
 * Returns the hits of the first attempt that finds any, without near-duplicates, best first. May return more than
 * `topK`.
 */
export async function searchKnowledge(
  snapshot: KnowledgeSnapshot,
  query: RetrievalQuery,
  { table, attempts, scoreFactor = () => 1, reranker }: KnowledgeSearch,
  signal: AbortSignal,
): Promise<readonly FusedHit[]> {
  // Without the vector, the search uses words only.
  const vector = withFallback(query.vector, undefined, signal);
  const depth = Math.max(MIN_DEPTH, reranker.depth, DEPTH_PER_PASSAGE * query.topK);
  const wanted = Math.max(MIN_READ, reranker.depth, Math.ceil(READ_PER_PASSAGE * query.topK));
  for (const { lang, ...condition } of attempts) {
    const terms = queryTerms(query, lang, snapshot);
    const hits = await hybridSearch(snapshot.table(table), { terms, vector, ...condition, depth, wanted });
    if (hits.length > 0) return rerankTop(reranker, query.text, refined(hits, scoreFactor), signal);
  }
  return [];
}

function refined(hits: readonly FusedHit[], scoreFactor: (hit: FusedHit) => number): readonly FusedHit[] {
  const weighed = hits
    .map((hit) => ({ ...hit, score: hit.score * scoreFactor(hit) }))
    .toSorted((a, b) => b.score - a.score);
  return withoutNearDuplicates(weighed, ({ row }) => row.text);
}
