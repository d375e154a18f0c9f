import { type ListedDocument, PrebuiltTables, UnknownDocumentError, listDocuments } from '@app/knowledge';
import { printable } from '@app/text';
import { knowledgeConfig } from './knowledge-config.js';
import { table } from './output/table.js';

interface Format {
  readonly json?: boolean;
}

/** Prints collections with their document and passage counts, the built-in knowledge files first. */
export async function listCollections(format: Format): Promise<void> {
  const documents = await listDocuments(listedPlace());
  const collections = [...Map.groupBy(documents, ({ collection }) => collection)].map(([collection, group]) => ({
    collection,
    documents: group.length,
    passages: passagesOf(group),
  }));
  print(collections, format);
}

/**
 * Prints the documents of a collection with their number of passages, and how many of each file's letters and digits are
 * stored. @throws UnknownDocumentError when the collection does not exist
 */
export async function listCollection(collection: string, format: Format): Promise<void> {
  const documents = await listDocuments(listedPlace(), collection.normalize('NFC'));
  if (documents.length === 0) throw new UnknownDocumentError(`there is no collection ${printable(collection)}`);
  print(
    documents.map(({ document, lang, passages, letters }) => ({
      document,
      lang,
      passages,
      stored: letters?.stored ?? '',
      of: letters?.read ?? '',
    })),
    format,
  );
}

const listedPlace = () => ({ uri: knowledgeConfig().lancedbUri, prebuilt: PrebuiltTables.find() });

const passagesOf = (documents: readonly ListedDocument[]): number =>
  documents.reduce((sum, { passages }) => sum + passages, 0);

function print(rows: ReadonlyArray<Readonly<Record<string, string | number>>>, { json }: Format): void {
  const lines = json
    ? rows.map((row) => JSON.stringify(row))
    : [
        table([
          Object.keys(rows[0] ?? {}),
          ...rows.map((row) => Object.values(row).map((cell) => printable(`${cell}`))),
        ]),
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
