import type { FusedHit } from '../fusion/fused-hit.js';
import type { Locale } from '@app/text';
import type { RetrievalQuery } from '../retriever.js';
import type { KnowledgeTable } from '@app/knowledge';
import type { SearchOptions } from '@app/knowledge';
import type { KnowledgeSnapshot } from '@app/knowledge';
import { rerankTop } from '../rerank/rerank-top.js';
import type { Reranker } from '../rerank/reranker.js';
import { vectorOrNone } from './guarded.js';
import { hybridSearch } from './hybrid-search.js';
import { withoutNearDuplicates } from './near-duplicates.js';
import { queryTerms } from './query-terms.js';

/** Hits taken from each side of the search, for one passage wanted and at least. */
const DEPTH_PER_PASSAGE = 4;
const MIN_DEPTH = 40;

/** Rows read for one passage wanted, and at least: what is left when repetitions are gone. */
const READ_PER_PASSAGE = 1.5;
const MIN_READ = 12;

/** One way of asking a table. */
export interface Attempt {
  /** Language the names of the facts are added in. */
  readonly lang: Locale;
  /** Condition of the rows, as `SearchOptions` has it. */
  readonly where: string;
  readonly accepts?: SearchOptions['accepts'];
}

export interface KnowledgeSearch {
  readonly table: KnowledgeTable;
  /** Tried in this order until one finds something. */
  readonly attempts: readonly Attempt[];
  /** Factor of a hit's score, 0…1; what does not fit the reading's kind is worth less. */
  readonly worth?: (hit: FusedHit) => number;
  readonly reranker: Reranker;
}

/** Hits of the first attempt that finds any: unique, best first, possibly more than `topK`. */
export async function searchKnowledge(
  snapshot: KnowledgeSnapshot,
  query: RetrievalQuery,
  { table, attempts, worth = () => 1, reranker }: KnowledgeSearch,
  signal: AbortSignal,
): Promise<readonly FusedHit[]> {
  const vector = vectorOrNone(query.vector, signal);
  const depth = Math.max(MIN_DEPTH, reranker.depth, DEPTH_PER_PASSAGE * query.topK);
  const wanted = Math.max(MIN_READ, reranker.depth, Math.ceil(READ_PER_PASSAGE * query.topK));
  for (const { lang, ...condition } of attempts) {
    const terms = queryTerms(query, lang, snapshot);
    const hits = await hybridSearch(snapshot.table(table), { terms, vector, ...condition, depth, wanted });
    if (hits.length > 0) return rerankTop(reranker, query.text, refined(hits, worth), signal);
  }
  return [];
}

function refined(hits: readonly FusedHit[], worth: (hit: FusedHit) => number): readonly FusedHit[] {
  const weighed = hits.map((hit) => ({ ...hit, score: hit.score * worth(hit) })).toSorted((a, b) => b.score - a.score);
  return withoutNearDuplicates(weighed, ({ row }) => row.text);
}
