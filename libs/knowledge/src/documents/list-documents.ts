import type { Table } from '@lancedb/lancedb';
import { KnowledgeError, NO_TABLES, problem } from '../store/knowledge-problem.js';
import { type TablesPlace, committedTables, openCommitted } from '../store/prebuilt-tables.js';
import { type FoundRow, type StoredRow, fromStored } from '../store/row-schema.js';
import { equals } from '../store/sql.js';

export interface ListedDocument {
  readonly collection: string;
  readonly document: string;
  readonly lang: string;
  readonly passages: number;
  /** Letters and digits stored, and in the document's file; undefined for built-in records. */
  readonly letters?: Letters | undefined;
}

type Letters = NonNullable<FoundRow['letters']>;
type ListedRow = Readonly<Record<'collection' | 'document' | 'lang', string>>;

/**
 * Lists the documents of the committed version, including the records of the built-in knowledge files, sorted by
 * collection and name. Requires neither an embedding model nor a matching stamp. @throws KnowledgeError
 */
export async function listDocuments(place: TablesPlace, collection?: string): Promise<readonly ListedDocument[]> {
  const table = await corpusTable(place);
  try {
    const where = collection === undefined ? 'true' : equals('collection', collection);
    const rows = await table.query().where(where).select(['collection', 'document', 'lang']).toArray();
    return documentsOf(rows as readonly ListedRow[], await lettersByDocument(table, where));
  } catch (cause) {
    throw new KnowledgeError(problem('corrupt', 'table corpus cannot be read'), { cause });
  }
}

async function corpusTable(from: TablesPlace): Promise<Table> {
  const tables = await committedTables(from).catch(unreadable);
  if (!tables) throw new KnowledgeError(NO_TABLES);
  try {
    return await openCommitted(tables, 'corpus');
  } catch (cause) {
    throw new KnowledgeError(problem('corrupt', 'table corpus cannot be read'), { cause });
  }
}

function documentsOf(rows: readonly ListedRow[], letters: ReadonlyMap<string, Letters>): readonly ListedDocument[] {
  const documents = new Map<string, ListedDocument>();
  for (const { collection, document, lang } of rows) {
    const key = keyOf({ collection, document });
    const { passages = 0 } = documents.get(key) ?? {};
    documents.set(key, { collection, document, lang, passages: passages + 1, letters: letters.get(key) });
  }
  return [...documents.values()].toSorted(
    (a, b) => compare(a.collection, b.collection) || compare(a.document, b.document),
  );
}

/** Only the first row of an ingested document has the counts. */
async function lettersByDocument(table: Table, where: string): Promise<ReadonlyMap<string, Letters>> {
  const query = table.query().where(`${where} AND record LIKE '%"letters":{%'`).select(['record']);
  const rows = ((await query.toArray()) as StoredRow[]).map(fromStored);
  return new Map(rows.flatMap((row) => (row.letters ? [[keyOf(row), row.letters] as const] : [])));
}

const keyOf = ({ collection, document }: Pick<FoundRow, 'collection' | 'document'>): string =>
  JSON.stringify([collection, document]);

function unreadable(cause: unknown): never {
  throw new KnowledgeError(problem('corrupt', 'the manifest of the knowledge tables cannot be read'), { cause });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
