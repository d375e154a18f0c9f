import { EMBEDDER, type Embedder } from '@app/embedding';
import { KnowledgeError, printable } from '@app/knowledge';
import { ENTITY_LINKER, type EntityLinker, queryVector, searchRows } from '@app/rag';
import type { SearchOptions } from './command-options.js';
import { RetrievalContextModule, openStore } from './retrieval-context.js';
import { withContext } from './with-context.js';

/** Printed characters per passage. */
const SHOWN = 240;

/** Prints the best passages. @throws KnowledgeError while the tables are not ready. */
export async function search(text: string, { collection, limit, json }: SearchOptions): Promise<void> {
  const hits = await withContext(RetrievalContextModule, async (context) => {
    const store = await openStore(context);
    const status = store.status();
    if (!status.ready) throw new KnowledgeError(status.problem);
    const linker = context.get<EntityLinker>(ENTITY_LINKER, { strict: false });
    const { signal } = new AbortController();
    const vector = queryVector(context.get<Embedder>(EMBEDDER, { strict: false }), text, { linker, signal });
    return searchRows(store.current(), { text, vector, collection: collection?.normalize('NFC'), limit });
  });
  const lines = hits.map(({ row, score, lexicalRank, vectorRank }, index) => {
    const { id, collection: name, document, title, source } = row;
    if (json)
      return JSON.stringify({
        id,
        collection: name,
        document,
        title,
        source,
        score,
        lexicalRank,
        vectorRank,
        text: row.text,
      });
    return `${index + 1}. ${printable(title)}  [${printable(name)}: ${printable(document)}] ${score.toFixed(3)}\n   ${excerpt(row.text)}`;
  });
  process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : json ? '' : 'No results.\n');
}

function excerpt(text: string): string {
  const line = printable(text.replace(/\s+/g, ' '));
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).trimEnd()}…`;
}
