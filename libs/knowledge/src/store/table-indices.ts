import type { Table } from '@lancedb/lancedb';
import { Index } from './lancedb.js';

/** Below this many rows a table's terms and vectors are held in memory. An exact scan of more vectors costs more than the
 *  approximate index does (3.5 ms at 100 000). */
export const SMALL_TABLE_ROWS = 20_000;
const FILTER_COLUMNS = ['lang', 'collection', 'domain'];

/** Terms are split at ingestion; LanceDB only splits at the spaces and counts (BM25 with k1 = 1.2 and b = 0.75). */
const tokens = () =>
  Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
  });

// IVF_PQ lost too much; one HNSW graph with scalar quantisation finds 0.97 of the true neighbours. LanceDB's own 300
// candidates a step find 0.984 of them for twice the time to build (docs/retrieval.md).
const vectors = () => Index.hnswSq({ distanceType: 'cosine', numPartitions: 1, m: 20, efConstruction: 150 });

/** LanceDB prunes versions after seven days by itself, current ones of lagging readers included: we prune at `begin`. */
const PRUNE_NOTHING = new Date(0);

/** Brings every index up to the rows just written, creating those the table has grown into. */
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

/** Until there is nothing left to do, so that pruning this version later makes no new one. */
async function optimizeFully(table: Table): Promise<void> {
  for (let before = -1; before !== (await table.version());) {
    before = await table.version();
    await table.optimize({ cleanupOlderThan: PRUNE_NOTHING });
  }
}
