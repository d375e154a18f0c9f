import type { Table } from '@lancedb/lancedb';
import { LRUCache } from 'lru-cache';
import { rowIdsOf } from './row-ids.js';

/** Maximum number of cached conditions; only few combinations of language, kind and collections occur. */
const MAX_CONDITIONS = 64;

interface Index {
  positionsOf(rowIds: ReadonlySet<bigint>): Uint32Array;
}

/** An index of a whole table in memory. Caches the positions of the rows that match each condition. */
export class InMemoryIndex<Content extends Index> {
  readonly #conditions = new LRUCache<string, Promise<Uint32Array>>({ max: MAX_CONDITIONS });

  constructor(
    private readonly table: Table,
    readonly index: Content,
  ) {}

  /** Returns the positions of the rows that match an SQL condition, or of all rows without one. */
  positions(where = 'true'): Promise<Uint32Array> {
    const cached = this.#conditions.get(where);
    if (cached) return cached;
    const positions = this.#rowIdsWhere(where).then((rowIds) => this.index.positionsOf(rowIds));
    this.#conditions.set(where, positions);
    positions.catch(() => this.#conditions.delete(where));
    return positions;
  }

  async #rowIdsWhere(where: string): Promise<ReadonlySet<bigint>> {
    return new Set(rowIdsOf(await this.table.query().where(where).withRowId().select(['_rowid']).toArrow()));
  }
}
