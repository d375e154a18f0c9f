import { connectKnowledge } from '../store/connect-knowledge.js';
import { KnowledgeError, problem } from '../store/knowledge-problem.js';
import { equals } from '../store/sql.js';

export interface ListedDocument {
  readonly collection: string;
  readonly document: string;
  readonly lang: string;
  readonly passages: number;
}

type ListedRow = Readonly<Record<'collection' | 'document' | 'lang', string>>;

/**
 * Lists the documents of the committed version, including the records of the built-in knowledge files, sorted by
 * collection and name. Requires neither an embedding model nor a matching stamp. @throws KnowledgeError
 */
export async function listDocuments(uri: string, collection?: string): Promise<readonly ListedDocument[]> {
  const documents = new Map<string, ListedDocument>();
  for (const row of await rowsOf(uri, collection)) {
    const key = JSON.stringify([row.collection, row.document]);
    const { collection: name, document, lang } = row;
    documents.set(key, { collection: name, document, lang, passages: (documents.get(key)?.passages ?? 0) + 1 });
  }
  return [...documents.values()].toSorted(
    (a, b) => compare(a.collection, b.collection) || compare(a.document, b.document),
  );
}

async function rowsOf(uri: string, collection: string | undefined): Promise<readonly ListedRow[]> {
  const { connection, manifests } = await connectKnowledge(uri);
  const entry = (await manifests.read().catch(unreadable))?.tables.corpus;
  if (!entry) throw new KnowledgeError(problem('missing', 'there are no knowledge tables yet'));
  try {
    const table = await connection.openTable('corpus');
    await table.checkout(entry.version);
    const query = table.query().select(['collection', 'document', 'lang']);
    if (collection !== undefined) query.where(equals('collection', collection));
    return (await query.toArray()) as readonly ListedRow[];
  } catch (cause) {
    throw new KnowledgeError(problem('corrupt', 'table corpus cannot be read'), { cause });
  }
}

function unreadable(cause: unknown): never {
  throw new KnowledgeError(problem('corrupt', 'the manifest of the knowledge tables cannot be read'), { cause });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
