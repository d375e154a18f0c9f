import type { Table } from '@lancedb/lancedb';
import type { CosineScale } from './manifest.js';

/** Number of sampled rows, evenly spread over the table. 500 pairs give the mean to 0.005. */
const SAMPLED_ROWS = 1_000;
/** Fewer vectors do not give a reliable estimate. */
const MIN_VECTORS = 16;
/** Distance between the two rows of a pair, as a share of the sample; rows this far apart have unrelated texts. */
const DISTANCE = 0.5;

/**
 * Mean and standard deviation of the cosine between two random rows. The mean for unrelated texts depends on the model,
 * from 0 (MiniLM) to 0.8 (E5), so cosines are comparable only as a distance from the mean in standard deviations.
 * Undefined when there are too few vectors.
 */
export async function cosineScale(table: Table): Promise<CosineScale | undefined> {
  const rows = await table.countRows('vector IS NOT NULL');
  if (rows < MIN_VECTORS) return undefined;
  const found = await table.query().where('vector IS NOT NULL').select(['_rowid']).withRowId().toArrow();
  const rowIds = (found.getChild('_rowid')?.toArray() ?? new BigUint64Array()) as BigUint64Array;
  const step = Math.max(1, rowIds.length / SAMPLED_ROWS);
  const sampled = Array.from(
    { length: Math.min(SAMPLED_ROWS, rowIds.length) },
    (_, at) => rowIds[Math.floor(at * step)]!,
  );
  const taken = await table.takeRowIds(sampled).select(['vector']).toArrow();
  const vectors = Array.from((taken.getChild('vector') ?? []) as Iterable<{ toArray(): Float32Array }>, (vector) =>
    vector.toArray(),
  );
  return scaleOf(vectors);
}

function scaleOf(vectors: readonly Float32Array[]): CosineScale {
  const away = Math.floor(vectors.length * DISTANCE);
  const cosines = vectors.slice(0, -away).map((vector, at) => product(vector, vectors[at + away]!));
  const mean = average(cosines);
  return { mean, deviation: Math.sqrt(average(cosines.map((cosine) => (cosine - mean) ** 2))) };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
