import { fuseHits } from '../fusion/fuse-hits.js';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { QueryVector } from '../query-vector.js';
import type { SearchOptions, TableReader } from '@app/knowledge';
import { affordableTerms } from './query-terms.js';

export interface HybridQuery {
  readonly terms: readonly string[];
  /** Undefined where the embedder does not read the query: then words alone decide. */
  readonly vector: Promise<QueryVector | undefined>;
  /** Condition of both sides, as `SearchOptions` has it. */
  readonly where?: string;
  readonly accepts?: SearchOptions['accepts'];
  /** Hits taken from each side. */
  readonly depth: number;
  /** Rows that are read and given back; all that are found when absent. */
  readonly wanted?: number;
}

/** Looks up words and meaning at the same time and fuses what they find, best first. */
export async function hybridSearch(reader: TableReader, query: HybridQuery): Promise<readonly FusedHit[]> {
  const options = { limit: query.depth, where: query.where, accepts: query.accepts };
  const [lexical, meaning] = await Promise.all([
    reader.lexicalHits(affordableTerms(query.terms, reader.entry), options),
    query.vector.then(async (vector) => ({
      hits: vector ? await reader.nearestHits(vector.values, options) : [],
      confidence: vector?.confidence ?? 0,
    })),
  ]);
  const fused = fuseHits(lexical, meaning.hits, {
    depth: query.depth,
    scale: reader.entry.cosines,
    confidence: meaning.confidence,
    hasVector: (rowId) => reader.hasVector(rowId),
  }).slice(0, query.wanted);
  const rows = await reader.rows(fused.map(({ rowId }) => rowId));
  return fused.map(({ rowId, ...ranks }) => ({ ...ranks, row: rows.get(rowId)! }));
}
