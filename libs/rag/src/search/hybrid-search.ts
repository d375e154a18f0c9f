import { fuseHits } from '../fusion/fuse-hits.js';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { QueryVector } from '../query-vector.js';
import type { SearchOptions, TableReader } from '@app/knowledge';
import { affordableTerms } from './query-terms.js';

export interface HybridQuery {
  readonly terms: readonly string[];
  /** Undefined when the embedding model does not support the query's script; the search then uses words only. */
  readonly vector: Promise<QueryVector | undefined>;
  /** Condition of both searches, see `SearchOptions`. */
  readonly where?: string;
  readonly accepts?: SearchOptions['accepts'];
  /** Number of hits requested from each search. */
  readonly depth: number;
  /** Number of rows to read and return; all found rows when absent. */
  readonly wanted?: number;
}

/** Runs the lexical and the vector search concurrently and fuses their hits, best first. */
export async function hybridSearch(reader: TableReader, query: HybridQuery): Promise<readonly FusedHit[]> {
  const options = { limit: query.depth, where: query.where, accepts: query.accepts };
  const [lexical, meaning] = await Promise.all([
    reader.lexicalHits(affordableTerms(query.terms, reader.entry), options),
    query.vector.then(async (vector) => ({
      hits: vector ? await reader.nearestHits(vector.values, options) : [],
      confidence: vector?.confidence ?? 0,
    })),
  ]);
  const vectorless = await reader.withoutVector(meaning.hits.length > 0 ? lexical.map(({ rowId }) => rowId) : []);
  const fused = fuseHits(lexical, meaning.hits, {
    depth: query.depth,
    scale: reader.entry.cosines,
    confidence: meaning.confidence,
    hasVector: (rowId) => !vectorless.has(rowId),
  }).slice(0, query.wanted);
  const rows = await reader.rows(fused.map(({ rowId }) => rowId));
  return fused.map(({ rowId, ...ranks }) => ({ ...ranks, row: rows.get(rowId)! }));
}
