import type { Table } from '@lancedb/lancedb';
import type { RowHit } from './row-hit.js';

/**
 * All vectors of a small table side by side in memory, compared one by one. Exact, and 0.5 ms of one core for a
 * thousand rows, where the same scan by LanceDB took 6 to 27 ms since it reads them anew for every question.
 */
export class MemoryVectors {
  private constructor(
    private readonly rowIds: readonly bigint[],
    private readonly values: Float32Array,
    private readonly dimensions: number,
  ) {}

  static async load(table: Table, dimensions: number): Promise<MemoryVectors> {
    const found = await table.query().where('vector IS NOT NULL').select(['vector']).withRowId().toArrow();
    const rowIds = found.getChild('_rowid')?.toArray() as BigUint64Array | undefined;
    const values = new Float32Array(found.numRows * dimensions);
    let at = 0;
    for (const vector of (found.getChild('vector') ?? []) as Iterable<{ toArray(): Float32Array }>) {
      values.set(vector.toArray(), at);
      at += dimensions;
    }
    return new MemoryVectors([...(rowIds ?? [])], values, dimensions);
  }

  /** Where the rows of a set lie; give it to `nearest` to look at no others. */
  positionsOf(rowIds: ReadonlySet<bigint>): Uint32Array {
    return Uint32Array.from(this.rowIds.keys().filter((position) => rowIds.has(this.rowIds[position] ?? -1n)));
  }

  /** Nearest first. Both sides have unit length, so the product is the cosine. */
  nearest(vector: Float32Array, limit: number, positions: Uint32Array): readonly RowHit[] {
    const cosines = new Float32Array(positions.length);
    for (let index = 0; index < positions.length; index++)
      cosines[index] = this.#product(vector, positions[index] ?? 0);
    const least = limit < cosines.length ? (cosines.toSorted().at(-limit) ?? -Infinity) : -Infinity;
    const hits: RowHit[] = [];
    for (const [index, score] of cosines.entries())
      if (score >= least) hits.push({ rowId: this.rowIds[positions[index] ?? 0] ?? -1n, score });
    return hits.toSorted((a, b) => b.score - a.score).slice(0, limit);
  }

  /** Four sums at a time: one alone waits for itself at every step. */
  #product(vector: Float32Array, position: number): number {
    const { values, dimensions } = this;
    const start = position * dimensions;
    let [a, b, c, d] = [0, 0, 0, 0];
    let at = 0;
    for (; at + 3 < dimensions; at += 4) {
      a += values[start + at]! * vector[at]!;
      b += values[start + at + 1]! * vector[at + 1]!;
      c += values[start + at + 2]! * vector[at + 2]!;
      d += values[start + at + 3]! * vector[at + 3]!;
    }
    for (; at < dimensions; at++) a += values[start + at]! * vector[at]!;
    return a + b + c + d;
  }
}
