import type { Table } from '@lancedb/lancedb';
import { Index } from './lancedb.js';

/**
 * Below this number of rows, a table's terms and vectors are kept in memory. An exact scan of more vectors takes longer
 * than a query of the approximate index (3.5 ms at 100 000 rows).
 */
export const SMALL_TABLE_ROWS = 20_000;
const FILTER_COLUMNS = ['lang', 'collection', 'domain'];

/**
 * Terms are split at ingestion. LanceDB only splits the column at spaces and counts (BM25 with k1 = 1.2 and b = 0.75).
 */
const tokens = () =>
  Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
  });

// The recall of IVF_PQ was too low. One HNSW graph with scalar quantisation finds 0.97 of the true neighbours. With
// LanceDB's default of 300 candidates per step it finds 0.984, but takes twice as long to build (docs/retrieval.md).
const vectors = () => Index.hnswSq({ distanceType: 'cosine', numPartitions: 1, m: 20, efConstruction: 150 });

/**
 * By default LanceDB prunes versions older than seven days, which may include versions that readers still use. Versions
 * are pruned by `KnowledgeWriter.begin` instead.
 */
const PRUNE_NOTHING = new Date(0);

/** An index that a table needs at its current size and does not have. */
export interface MissingIndex {
  readonly column: string;
  readonly config: () => Index;
}

export async function missingIndices(table: Table): Promise<readonly MissingIndex[]> {
  const rows = await table.countRows();
  if (rows === 0) return [];
  const indexed = new Set((await table.listIndices()).flatMap(({ columns }) => columns));
  const hasManyVectors = (await table.countRows('vector IS NOT NULL')) >= SMALL_TABLE_ROWS;
  const wanted = [
    { column: 'tokens', config: tokens },
    { column: 'title_tokens', config: tokens },
    ...(hasManyVectors ? [{ column: 'vector', config: vectors }] : []),
    ...FILTER_COLUMNS.map((column) => ({ column, config: () => Index.bitmap() })),
  ];
  return wanted.filter(({ column }) => !indexed.has(column));
}

export const createIndex = (table: Table, { column, config }: MissingIndex): Promise<void> =>
  table.createIndex(column, { config: config() });

/**
 * Updates every index with the rows just written. Repeats until the version no longer changes, so that pruning this
 * version later does not create a new one.
 */
export async function optimizeFully(table: Table): Promise<void> {
  if ((await table.countRows()) === 0) return;
  for (let before = -1; before !== (await table.version());) {
    before = await table.version();
    await table.optimize({ cleanupOlderThan: PRUNE_NOTHING });
  }
}
