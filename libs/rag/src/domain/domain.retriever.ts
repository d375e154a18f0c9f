import { Inject, Injectable } from '@nestjs/common';
import type { Passage, RetrievalQuery, Retriever } from '../retriever.js';
import { guarded } from '../search/guarded.js';
import { recordIn, withHits } from '../search/to-passages.js';
import { type Attempt, searchKnowledge } from '../search/knowledge-search.js';
import { InjectReranker, type Reranker } from '../rerank/reranker.js';
import { otherLanguage, searchLanguage } from '../search/search-language.js';
import { equals, isOneOf, type KnowledgeSnapshot, KnowledgeStore } from '@app/knowledge';
import { entityText } from './entity-text.js';

/** Domain of themes, emotions, archetypes and elements, which apply to every kind of reading. */
const GENERAL = 'general';

/**
 * Retrieves dream symbols, cards, hexagrams and signs. Records of the reading's entities come first, then search
 * results.
 */
@Injectable()
export class DomainRetriever implements Retriever {
  static readonly kind = 'domain';
  readonly kind = DomainRetriever.kind;

  constructor(
    @Inject(KnowledgeStore) private readonly store: Pick<KnowledgeStore, 'current'>,
    @InjectReranker() private readonly reranker: Reranker,
  ) {}

  /** True when the earlier passages contain the record of every entity, so that no search is needed. */
  isAnsweredBy(earlier: readonly Passage[], { entities }: RetrievalQuery): boolean {
    const ids = new Set(earlier.map(({ id }) => id));
    return entities.every(({ id }) => ids.has(id));
  }

  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    return guarded(signal, async () => {
      const snapshot = this.store.current();
      const search = { table: 'domain', attempts: attempts(query), reranker: this.reranker } as const;
      const hits = await searchKnowledge(snapshot, query, search, signal);
      return withHits(entityPassages(query, snapshot), hits, query, snapshot);
    });
  }
}

/** Returns the records of the reading's entities in their order; unknown ids are skipped. */
function entityPassages({ entities, locale }: RetrievalQuery, snapshot: KnowledgeSnapshot): readonly Passage[] {
  return entities.flatMap(({ id, facets }) => {
    const row = recordIn(locale, id, snapshot);
    if (!row) return [];
    return [{ id, title: row.title, ...entityText(row, facets), source: row.source, score: 1, tags: row.tags }];
  });
}

/** Searches the reading's kind first, then all domains, then all domains in the other language. */
function attempts({ text, locale, kind }: RetrievalQuery): readonly Attempt[] {
  const lang = searchLanguage(text, locale);
  const other = otherLanguage(lang);
  const everything = { lang, where: equals('lang', lang) };
  const ownKind = kind ? [{ lang, where: `${everything.where} AND ${isOneOf('domain', [kind, GENERAL])}` }] : [];
  return [...ownKind, everything, { lang: other, where: equals('lang', other) }];
}
