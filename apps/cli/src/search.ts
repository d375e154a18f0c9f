import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, readsQuery } from '@app/embedding';
import { KnowledgeBootstrap, PrebuiltTables, openSnapshot, printable } from '@app/knowledge';
import { queryVector, readLinker, searchRows } from '@app/rag';
import type { INestApplicationContext } from '@nestjs/common';
import type { SearchOptions } from './command-options.js';
import { EmbeddingContextModule, withContext } from './with-context.js';

/** Printed characters per passage. */
const SHOWN = 240;

/** Prints the best passages. @throws KnowledgeError when the tables cannot be searched. */
export async function search(given: string, { collection, limit, json }: SearchOptions): Promise<void> {
  const text = given.normalize('NFC');
  const hits = await withContext(EmbeddingContextModule, async (context) => {
    const snapshot = await openTables(context);
    const vector = await vectorOf(context, text);
    return searchRows(snapshot, { text, vector, collection: collection?.normalize('NFC'), limit });
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

async function openTables(context: INestApplicationContext) {
  const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  const place = { uri: config.lancedbUri, prebuilt: PrebuiltTables.find() };
  return openSnapshot(place, await new KnowledgeBootstrap(config, embedder).stamp());
}

/** The graph is only read for questions that the embedding model cannot read. */
async function vectorOf(context: INestApplicationContext, text: string) {
  const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  const linker = readsQuery(embedder, text) ? undefined : await readLinker(config);
  return queryVector(embedder, text, { linker, signal: new AbortController().signal });
}
