import type { Table } from '@lancedb/lancedb';
import { bestHits, positionsOf } from './best-hits.js';
import { RowProducts } from './products/row-products.js';
import type { RowHit } from './row-hit.js';

/**
 * All vectors of a small table in contiguous memory, compared one by one. The search is exact and takes 0.1 ms of one
 * core for 1 000 rows. The same scan in LanceDB took 6 to 27 ms because it reads the vectors again for every query.
 */
export class MemoryVectors {
  /** Several retrievers of a reading search with the same vector, so its products are computed once. */
  readonly #products = new WeakMap<Float32Array, Float32Array>();

  private constructor(
    private readonly rowIds: readonly bigint[],
    private readonly rows: RowProducts,
  ) {}

  static async load(table: Table, dimensions: number): Promise<MemoryVectors> {
    const found = await table.query().where('vector IS NOT NULL').select(['vector']).withRowId().toArrow();
    const rowIds = found.getChild('_rowid')?.toArray() as BigUint64Array | undefined;
    const rows = new RowProducts(found.numRows, dimensions);
    let at = 0;
    for (const vector of (found.getChild('vector') ?? []) as Iterable<{ toArray(): Float32Array }>)
      rows.set(at++, vector.toArray());
    return new MemoryVectors([...(rowIds ?? [])], rows);
  }

  /** Returns the positions of a set of rows. Pass them to `nearest` to search only these rows. */
  positionsOf(rowIds: ReadonlySet<bigint>): Uint32Array {
    return positionsOf(this.rowIds, rowIds);
  }

  /** Returns the nearest rows first. All vectors have unit length, so the product is the cosine. */
  nearest(vector: Float32Array, limit: number, positions: Uint32Array): readonly RowHit[] {
    return bestHits(this.#productsWith(vector), positions, this.rowIds, { limit, above: -Infinity });
  }

  #productsWith(vector: Float32Array): Float32Array {
    const known = this.#products.get(vector);
    if (known) return known;
    const products = this.rows.with(vector);
    this.#products.set(vector, products);
    return products;
  }
}
