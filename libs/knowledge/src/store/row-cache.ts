import type { Table } from '@lancedb/lancedb';
import { type FoundRow, fromStored } from './row-schema.js';

interface Records {
  get(index: number): string | null;
}

/** The records of a table as Arrow columns in memory. Only requested rows are parsed. */
export class RowCache {
  readonly #batches: Records[] = [];
  readonly #places = new Map<bigint, { readonly batch: number; readonly index: number }>();

  private constructor() {}

  /** Returns undefined when the records exceed `maxBytes`, as extrapolated from the batches read so far. */
  static async load(table: Table, maxBytes: number): Promise<RowCache | undefined> {
    const cache = new RowCache();
    const rows = await table.countRows();
    let bytes = 0;
    for await (const batch of table.query().select(['record']).withRowId()) {
      const records = batch.getChild('record');
      if (!records) continue;
      bytes += records.byteLength;
      const at = cache.#batches.push(records as Records) - 1;
      const rowIds = (batch.getChild('_rowid')?.toArray() ?? []) as Iterable<bigint>;
      let index = 0;
      for (const rowId of rowIds) cache.#places.set(rowId, { batch: at, index: index++ });
      if ((bytes / cache.#places.size) * rows > maxBytes) return undefined;
    }
    return cache;
  }

  row(rowId: bigint): FoundRow | undefined {
    const place = this.#places.get(rowId);
    const record = place && this.#batches[place.batch]?.get(place.index);
    return record ? fromStored({ record }) : undefined;
  }
}
