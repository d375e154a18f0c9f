import type { Table } from '@lancedb/lancedb';
import { fullText } from './full-text.js';
import { InMemoryIndex } from './in-memory-index.js';
import type { KnowledgeRow } from './knowledge-row.js';
import type { TableEntry } from './manifest.js';
import { MemoryTerms } from './memory-terms.js';
import { MemoryVectors } from './memory-vectors.js';
import type { RowHit } from './row-hit.js';
import { RowCache } from './row-cache.js';
import { rowIdsOf } from './row-ids.js';
import { type FoundRow, type StoredRow, fromStored, storedColumns } from './row-schema.js';
import { SMALL_TABLE_ROWS } from './table-indices.js';

/** A row with its score: BM25, or cosine similarity to the query vector. Higher is better. */
export interface ScoredRow extends FoundRow {
  readonly score: number;
}

export interface SearchOptions {
  readonly limit: number;
  /** SQL condition for rows. It is applied during the search, not to the result. */
  readonly where?: string;
  /**
   * The same condition as a predicate for rows in memory, for use when all other rows match it. The search then runs
   * without `where` and the hits are filtered, which saves the 2 to 3 ms that a condition takes at 100 000 rows.
   */
  readonly accepts?: (known: FoundRow) => boolean;
}

// Size of the candidate list of the HNSW search. At 100 000 rows, 100 candidates find 0.97 of the true neighbours and
// take 0.5 ms longer.
const EF = 100;
/**
 * Maximum size of a table's records that are cached in memory. The rows of larger tables are read from disk, which
 * takes 2.5 ms of CPU time per search. 100 000 passages of 100 words are 80 MB.
 */
const MAX_CACHED_BYTES = 128 * 2 ** 20;
/** Over-fetch factor when some hits may be filtered out. */
const OVERFETCH = 1.25;

/** Parts of a table in memory. Without them, LanceDB's indexes are searched and rows read from disk. */
interface TableMemory {
  readonly known: ReadonlyMap<bigint, FoundRow>;
  readonly records?: RowCache | undefined;
  readonly terms?: InMemoryIndex<MemoryTerms> | undefined;
  readonly vectors?: InMemoryIndex<MemoryVectors> | undefined;
  /** Rows without a vector. */
  readonly vectorless?: ReadonlySet<bigint>;
}

const NOTHING_LOADED: TableMemory = { known: new Map() };

type Narrowed = Pick<SearchOptions, 'limit' | 'where'>;
type Search = (narrowed: Narrowed) => Promise<readonly RowHit[]>;

/**
 * Searches one version of one table. A search returns row ids only, because reading the rows takes as long as finding
 * them; use `rows` to read those that are needed.
 */
export class TableReader {
  /** Opens a table for a few searches. */
  constructor(
    private readonly table: Table,
    readonly entry: TableEntry,
    private readonly memory: TableMemory = NOTHING_LOADED,
  ) {}

  /** Loads a table into memory as far as its size permits. @param known rows that are in memory already */
  static async load(table: Table, entry: TableEntry, known: ReadonlyMap<bigint, FoundRow>): Promise<TableReader> {
    const hasFewVectors = (await table.countRows('vector IS NOT NULL')) < SMALL_TABLE_ROWS;
    const terms = entry.rows < SMALL_TABLE_ROWS ? new InMemoryIndex(table, await MemoryTerms.load(table)) : undefined;
    const vectors = hasFewVectors
      ? new InMemoryIndex(table, await MemoryVectors.load(table, entry.stamp.dimensions))
      : undefined;
    const records = known.size < entry.rows ? await RowCache.load(table, MAX_CACHED_BYTES) : undefined;
    return new TableReader(table, entry, { known, records, terms, vectors, vectorless: await vectorlessRows(table) });
  }

  /** Returns rows that contain any of the terms, best BM25 score first. A repeated term is counted each time. */
  async lexicalHits(terms: readonly string[], options: SearchOptions): Promise<readonly RowHit[]> {
    if (terms.length === 0 || this.entry.rows === 0) return [];
    const inMemory = this.memory.terms;
    if (inMemory) return inMemory.index.matching(terms, options.limit, await inMemory.positions(options.where));
    return this.#narrowed(options, (narrowed) => fullText(this.table, terms, narrowed));
  }

  /** Returns the rows nearest to a unit vector. Rows without a vector are never returned. */
  async nearestHits(vector: Float32Array, options: SearchOptions): Promise<readonly RowHit[]> {
    if (this.entry.rows === 0) return [];
    const inMemory = this.memory.vectors;
    if (inMemory) return inMemory.index.nearest(vector, options.limit, await inMemory.positions(options.where));
    return this.#narrowed(options, (narrowed) => this.#near(vector, narrowed));
  }

  /** Share of rows with a vector, 0 to 1. */
  async vectorShare(): Promise<number> {
    const { rows } = this.entry;
    return rows === 0 ? 1 : (await this.table.countRows('vector IS NOT NULL')) / rows;
  }

  /** Returns at least those of the given rows that have no vector, because the model does not support their script. */
  async withoutVector(rowIds: readonly bigint[]): Promise<ReadonlySet<bigint>> {
    if (this.memory.vectorless) return this.memory.vectorless;
    if (rowIds.length === 0) return new Set();
    const found = await this.table
      .takeRowIds([...rowIds])
      .select(['vector'])
      .withRowId()
      .toArrow();
    const vectors = found.getChild('vector');
    return new Set(rowIdsOf(found).filter((_, index) => vectors?.get(index) === null));
  }

  /** Reads rows by their ids. */
  async rows(rowIds: readonly bigint[]): Promise<ReadonlyMap<bigint, FoundRow>> {
    const rows = new Map<bigint, FoundRow>();
    const unknown: bigint[] = [];
    for (const rowId of rowIds) {
      const row = this.memory.known.get(rowId) ?? this.memory.records?.row(rowId);
      if (row) rows.set(rowId, row);
      else unknown.push(rowId);
    }
    if (unknown.length === 0) return rows;
    for (const [rowId, row] of await storedRows(this.table.takeRowIds(unknown))) rows.set(rowId, row);
    return rows;
  }

  async lexical(terms: readonly string[], options: SearchOptions): Promise<readonly ScoredRow[]> {
    return this.#scored(await this.lexicalHits(terms, options));
  }

  async nearest(vector: Float32Array, options: SearchOptions): Promise<readonly ScoredRow[]> {
    return this.#scored(await this.nearestHits(vector, options));
  }

  /** Reads these fields of all rows in batches. */
  async *scan<Name extends keyof KnowledgeRow>(
    fields: readonly Name[],
  ): AsyncGenerator<ReadonlyArray<Pick<KnowledgeRow, Name>>> {
    for await (const batch of this.table.query().select([...storedColumns(fields)]))
      yield Array.from(batch as Iterable<StoredRow>, (row) => fieldsOf(row, fields));
  }

  /** Searches without the condition and filters the hits. If too few remain, repeats the search with the condition. */
  async #narrowed({ limit, where, accepts }: SearchOptions, search: Search): Promise<readonly RowHit[]> {
    if (!accepts) return search({ limit, where });
    const requested = Math.ceil(OVERFETCH * limit);
    const hits = await search({ limit: requested });
    const accepted = hits.filter(({ rowId }) => this.#isAccepted(rowId, accepts));
    const complete = accepted.length >= limit || hits.length < requested;
    return complete ? accepted.slice(0, limit) : search({ limit, where });
  }

  #isAccepted(rowId: bigint, accepts: (known: FoundRow) => boolean): boolean {
    const known = this.memory.known.get(rowId);
    return known === undefined || accepts(known);
  }

  async #near(vector: Float32Array, { limit, where }: Narrowed): Promise<readonly RowHit[]> {
    const query = this.table.vectorSearch(vector).distanceType('cosine').ef(Math.max(EF, limit));
    if (where) query.where(where);
    const found = await query.withRowId().select(['_distance']).limit(limit).toArrow();
    const distances = (found.getChild('_distance')?.toArray() ?? []) as ArrayLike<number>;
    return rowIdsOf(found).map((rowId, index) => ({ rowId, score: 1 - (distances[index] ?? 2) }));
  }

  async #scored(hits: readonly RowHit[]): Promise<readonly ScoredRow[]> {
    const rows = await this.rows(hits.map(({ rowId }) => rowId));
    return hits.map(({ rowId, score }) => ({ ...rows.get(rowId)!, score }));
  }
}

async function vectorlessRows(table: Table): Promise<ReadonlySet<bigint>> {
  const found = await table.query().where('vector IS NULL').select(['_rowid']).withRowId().toArrow();
  return new Set(rowIdsOf(found));
}

type RowQuery = Pick<ReturnType<Table['takeRowIds']>, 'select'>;

function fieldsOf<Name extends keyof KnowledgeRow>(row: StoredRow, fields: readonly Name[]): Pick<KnowledgeRow, Name> {
  const whole = { ...(row.record && fromStored(row)), tokens: row.tokens, vector: row.vector };
  return Object.fromEntries(
    fields.map((field) => [field, field in whole ? whole[field as 'tokens'] : row[field as 'id']]),
  ) as Pick<KnowledgeRow, Name>;
}

/** Reads rows without the search columns, by row id. */
export async function storedRows(query: RowQuery): Promise<ReadonlyMap<bigint, FoundRow>> {
  const found = await query.select(['record']).withRowId().toArrow();
  const records = found.getChild('record');
  return new Map(rowIdsOf(found).map((rowId, index) => [rowId, fromStored({ record: records?.get(index) as string })]));
}
