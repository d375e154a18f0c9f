import type { Neighbour, NeighbourSource } from '../neighbour-source.js';
import type { RetrievalQuery } from '../retriever.js';
import { searchLanguage } from '../search/search-language.js';
import { equals, type KnowledgeStore, PACK_COLLECTION } from '@app/knowledge';

/** Finds the records of the built-in knowledge files whose vectors are nearest to the question's. */
export class NearestRecords implements NeighbourSource {
  constructor(private readonly store: Pick<KnowledgeStore, 'current'>) {}

  async neighbours(query: RetrievalQuery, limit: number, signal: AbortSignal): Promise<readonly Neighbour[]> {
    const vector = await query.vector();
    signal.throwIfAborted();
    if (!vector) return [];
    const where = `${equals('lang', searchLanguage(query.text, query.locale))} AND ${equals('collection', PACK_COLLECTION)}`;
    const rows = await this.store.current().table('domain').nearest(vector.values, { limit, where });
    return rows.map(({ id, score }) => ({ id, similarity: score * vector.confidence }));
  }
}
