import { convexCombination } from '../fusion/convex-combination.js';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { SearchOptions, TableReader } from '@app/knowledge';
import { affordableTerms } from './query-terms.js';

/** Share of the vector side in the sum. Cosines of the first hundred lie close together, BM25 scores far apart, so that
 *  at 0.8 both sides have about the same say; on four English sets this was never below the better half
 *  (docs/retrieval.md). */
const VECTOR_WEIGHT = 0.8;

export interface HybridQuery {
  readonly terms: readonly string[];
  /** Undefined where the embedder does not know the query's script: then words alone decide. */
  readonly vector: Promise<Float32Array | undefined>;
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
  const [lexical, nearest] = await Promise.all([
    reader.lexicalHits(affordableTerms(query.terms, reader.entry), options),
    query.vector.then((vector) => (vector ? reader.nearestHits(vector, options) : [])),
  ]);
  const vectorWeight = nearest.length === 0 ? 0 : VECTOR_WEIGHT;
  const fused = convexCombination(lexical, nearest, { vectorWeight, depth: query.depth }).slice(0, query.wanted);
  const rows = await reader.rows(fused.map(({ rowId }) => rowId));
  return fused.map(({ rowId, ...ranks }) => ({ ...ranks, row: rows.get(rowId)! }));
}
