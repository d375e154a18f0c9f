import type { Table } from '@lancedb/lancedb';
import { type FoundRow, fromStored } from './row-schema.js';

interface Records {
  get(index: number): string | null;
}

/** What a table's rows say, as LanceDB's own columns in memory: text is only made of those that are asked for. */
export class HeldRecords {
  readonly #batches: Records[] = [];
  readonly #places = new Map<bigint, { readonly batch: number; readonly index: number }>();

  private constructor() {}

  /** Undefined when they are more than `most` bytes, which the first batch of a large table already tells. */
  static async load(table: Table, most: number): Promise<HeldRecords | undefined> {
    const held = new HeldRecords();
    const rows = await table.countRows();
    let bytes = 0;
    for await (const batch of table.query().select(['record']).withRowId()) {
      const records = batch.getChild('record');
      if (!records) continue;
      bytes += records.byteLength;
      const at = held.#batches.push(records as Records) - 1;
      const rowIds = (batch.getChild('_rowid')?.toArray() ?? []) as Iterable<bigint>;
      let index = 0;
      for (const rowId of rowIds) held.#places.set(rowId, { batch: at, index: index++ });
      if ((bytes / held.#places.size) * rows > most) return undefined;
    }
    return held;
  }

  row(rowId: bigint): FoundRow | undefined {
    const place = this.#places.get(rowId);
    const record = place && this.#batches[place.batch]?.get(place.index);
    return record ? fromStored({ record }) : undefined;
  }
}
