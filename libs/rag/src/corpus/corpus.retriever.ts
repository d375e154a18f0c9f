import { Inject, Injectable } from '@nestjs/common';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { Passage, RetrievalQuery, Retriever } from '../retriever.js';
import { guarded } from '../search/guarded.js';
import { hitPassage } from '../search/hit-passage.js';
import { type Attempt, searchKnowledge } from '../search/knowledge-search.js';
import { InjectReranker, type Reranker } from '../rerank/reranker.js';
import { otherLanguage, searchLanguage } from '../search/search-language.js';
import { PACK_COLLECTION } from '@app/knowledge';
import type { FoundRow } from '@app/knowledge';
import type { KnowledgeSnapshot } from '@app/knowledge';
import { KnowledgeStore } from '@app/knowledge';
import { differs, equals, isOneOf } from '@app/knowledge';

/** A pack passage about another kind of reading is worth this much of one about the reading's own. */
const OTHER_KIND_WORTH = 0.85;
const ANY_KIND: ReadonlySet<string> = new Set(['general', '']);

/** Passages that explain – how dreams were read, how to go on – and the user's own documents. */
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
        worth: worthFor(query),
        reranker: this.reranker,
      } as const;
      const hits = await searchKnowledge(snapshot, query, search, signal);
      const chosen = chosenArticles(query, snapshot);
      const known = new Set(chosen.map(({ id }) => id));
      const others = hits.filter(({ row }) => !known.has(row.id)).slice(0, query.topK);
      return [...chosen, ...others.map((hit) => hitPassage(hit, query.locale, snapshot))];
    });
  }
}

function chosenArticles({ articles = [], locale }: RetrievalQuery, snapshot: KnowledgeSnapshot): readonly Passage[] {
  return articles.flatMap((id) => {
    const texts = snapshot.record(id);
    const row = texts?.[locale] ?? texts?.[otherLanguage(locale)];
    return row ? [{ id, title: row.title, text: row.text, source: row.source, score: 1, tags: row.tags }] : [];
  });
}

/** The pack in the question's language, then in the other one; own documents in whatever language they are. */
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
    // Only the pack is in memory: as long as no collection is named, everything else is welcome.
    ...(collections === undefined && { accepts: (row: FoundRow) => row.lang === lang }),
  }));
}

const worthFor =
  ({ kind }: RetrievalQuery) =>
  ({ row }: FusedHit): number =>
    !kind || row.collection !== PACK_COLLECTION || row.domain === kind || ANY_KIND.has(row.domain)
      ? 1
      : OTHER_KIND_WORTH;
