import type { Table } from '@lancedb/lancedb';
import { LRUCache } from 'lru-cache';
import { rowIdsOf } from './row-ids.js';

/** Conditions whose rows are remembered: a few languages, kinds and collections come again and again. */
const MOST_CONDITIONS = 64;

interface Index {
  positionsOf(rowIds: ReadonlySet<bigint>): Uint32Array;
}

/** An index of a whole table in memory, and which of its rows meet the conditions it is asked under. */
export class HeldIndex<Held extends Index> {
  readonly #conditions = new LRUCache<string, Promise<Uint32Array>>({ max: MOST_CONDITIONS });

  constructor(
    private readonly table: Table,
    readonly index: Held,
  ) {}

  /** Where the rows lie that meet an SQL condition; all without one. */
  positions(where = 'true'): Promise<Uint32Array> {
    const remembered = this.#conditions.get(where);
    if (remembered) return remembered;
    const asked = this.#rowIdsWhere(where).then((rowIds) => this.index.positionsOf(rowIds));
    this.#conditions.set(where, asked);
    asked.catch(() => this.#conditions.delete(where));
    return asked;
  }

  async #rowIdsWhere(where: string): Promise<ReadonlySet<bigint>> {
    return new Set(rowIdsOf(await this.table.query().where(where).withRowId().select(['_rowid']).toArrow()));
  }
}
