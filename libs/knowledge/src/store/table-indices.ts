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

/**
 * Updates every index with the rows just written and creates the missing indices that the table needs at its current
 * size.
 */
export async function refreshIndices(table: Table): Promise<void> {
  const rows = await table.countRows();
  if (rows === 0) return;
  const indexed = new Set((await table.listIndices()).flatMap(({ columns }) => columns));
  const wanted = [
    { column: 'tokens', config: tokens, wanted: true },
    { column: 'title_tokens', config: tokens, wanted: true },
    { column: 'vector', config: vectors, wanted: (await table.countRows('vector IS NOT NULL')) >= SMALL_TABLE_ROWS },
    ...FILTER_COLUMNS.map((column) => ({ column, config: () => Index.bitmap(), wanted: true })),
  ];
  for (const index of wanted.filter(({ column, wanted }) => wanted && !indexed.has(column)))
    await table.createIndex(index.column, { config: index.config() });
  await optimizeFully(table);
}

/** Optimises until the version no longer changes, so that pruning this version later does not create a new one. */
async function optimizeFully(table: Table): Promise<void> {
  for (let before = -1; before !== (await table.version());) {
    before = await table.version();
    await table.optimize({ cleanupOlderThan: PRUNE_NOTHING });
  }
}
