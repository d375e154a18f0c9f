import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingStatus, readsQuery } from '@app/embedding';
import { KnowledgeBootstrap, type KnowledgeSnapshot, PrebuiltTables, openSnapshot, printable } from '@app/knowledge';
import { type EntityLinker, queryVector, readLinker, searchRows } from '@app/rag';
import type { INestApplicationContext } from '@nestjs/common';
import type { SearchOptions } from './command-options.js';
import { EmbeddingContextModule, withContext } from './with-context.js';

/** Printed characters per passage. */
const SHOWN = 240;

/** Prints the best passages. @throws KnowledgeError when the tables cannot be searched. */
export async function search(given: string, { collection, limit, json }: SearchOptions): Promise<void> {
  const text = given.normalize('NFC');
  const find = async (context: INestApplicationContext) => {
    const ready = context.get(EmbeddingStatus, { strict: false }).ready();
    const [snapshot, linker] = await Promise.all([openTables(context, ready), linkerFor(context, text), ready]);
    const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
    const vector = queryVector(embedder, text, { linker, signal: new AbortController().signal });
    return searchRows(snapshot, { text, vector, collection: collection?.normalize('NFC'), limit });
  };
  // The model loads while the tables open.
  const hits = await withContext(EmbeddingContextModule, find, false);
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

async function openTables(context: INestApplicationContext, ready: Promise<void>): Promise<KnowledgeSnapshot> {
  const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  // Only a server or a model that must be downloaded does not know its dimensions yet.
  if (embedder.dimensions === 0) await ready;
  const place = { uri: config.lancedbUri, prebuilt: PrebuiltTables.find() };
  return openSnapshot(place, await new KnowledgeBootstrap(config, embedder).stamp());
}

/** The graph is only read for questions that the embedding model cannot read. */
function linkerFor(context: INestApplicationContext, text: string): Promise<EntityLinker> | undefined {
  const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  return readsQuery(embedder, text) ? undefined : readLinker(config);
}
