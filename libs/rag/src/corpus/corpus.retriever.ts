import { Inject, Injectable } from '@nestjs/common';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { Passage, RetrievalQuery, Retriever } from '../retriever.js';
import { guarded } from '../search/guarded.js';
import { recordIn, withHits } from '../search/to-passages.js';
import { type Attempt, searchKnowledge } from '../search/knowledge-search.js';
import { InjectReranker, type Reranker } from '../rerank/reranker.js';
import { otherLanguage, searchLanguage } from '../search/search-language.js';
import {
  differs,
  equals,
  type FoundRow,
  isOneOf,
  type KnowledgeSnapshot,
  KnowledgeStore,
  PACK_COLLECTION,
} from '@app/knowledge';

/** Score factor for a built-in passage about another kind of reading than the current one. */
const OTHER_KIND_FACTOR = 0.85;
const ANY_KIND: ReadonlySet<string> = new Set(['general', '']);

/**
 * Retrieves explanatory passages – how dreams were interpreted, what to do next – and documents that the operator has
 * ingested.
 */
@Injectable()
export class CorpusRetriever implements Retriever {
  static readonly kind = 'corpus';
  readonly kind = CorpusRetriever.kind;

  constructor(
    @Inject(KnowledgeStore) private readonly store: Pick<KnowledgeStore, 'current'>,
    @InjectReranker() private readonly reranker: Reranker,
  ) {}

  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    return guarded(signal, async () => {
      const snapshot = this.store.current();
      const search = {
        table: 'corpus',
        attempts: attempts(query),
        scoreFactor: scoreFactorFor(query),
        reranker: this.reranker,
      } as const;
      const hits = await searchKnowledge(snapshot, query, search, signal);
      return withHits(chosenArticles(query, snapshot), hits, query, snapshot);
    });
  }
}

function chosenArticles({ articles = [], locale }: RetrievalQuery, snapshot: KnowledgeSnapshot): readonly Passage[] {
  return articles.flatMap((id) => {
    const row = recordIn(locale, id, snapshot);
    return row ? [{ id, title: row.title, text: row.text, source: row.source, score: 1, tags: row.tags }] : [];
  });
}

/**
 * Searches the built-in passages in the question's language, then in the other language; ingested documents are
 * searched regardless of their language.
 */
function attempts({ text, locale, collections }: RetrievalQuery): readonly Attempt[] {
  const own = collections
    ? isOneOf(
        'collection',
        collections.filter((name) => name !== PACK_COLLECTION),
      )
    : differs('collection', PACK_COLLECTION);
  const first = searchLanguage(text, locale);
  return [first, otherLanguage(first)].map((lang) => ({
    lang,
    where: `((${equals('collection', PACK_COLLECTION)} AND ${equals('lang', lang)}) OR ${own})`,
    // Only the built-in rows are in memory. Without a restriction to collections, all other rows match the condition.
    ...(collections === undefined && { accepts: (row: FoundRow) => row.lang === lang }),
  }));
}

const scoreFactorFor =
  ({ kind }: RetrievalQuery) =>
  ({ row }: FusedHit): number =>
    !kind || row.collection !== PACK_COLLECTION || row.domain === kind || ANY_KIND.has(row.domain)
      ? 1
      : OTHER_KIND_FACTOR;
