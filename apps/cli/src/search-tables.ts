import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingStatus, readsQuery } from '@app/embedding';
import { KnowledgeBootstrap, type KnowledgeSnapshot, PrebuiltTables, openSnapshot } from '@app/knowledge';
import { type EntityLinker, type RankedRow, queryVector, readLinker, searchRows } from '@app/rag';
import type { INestApplicationContext } from '@nestjs/common';
import type { SearchOptions } from './command-options.js';
import { EmbeddingContextModule, withContext } from './with-context.js';

/** Searches the tables in this process. @throws KnowledgeError when they cannot be searched, EmbeddingError */
export function searchTables(text: string, { collection, limit }: SearchOptions): Promise<readonly RankedRow[]> {
  const find = async (context: INestApplicationContext) => {
    const ready = context.get(EmbeddingStatus, { strict: false }).ready();
    // The model loads while the tables open.
    const [snapshot, linker] = await Promise.all([openTables(context, ready), linkerFor(context, text), ready]);
    const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
    const vector = queryVector(embedder, text, { linker, signal: new AbortController().signal });
    return searchRows(snapshot, { text, vector, collection: collection?.normalize('NFC'), limit });
  };
  return withContext(EmbeddingContextModule, find, false);
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
