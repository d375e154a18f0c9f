import type { RagConfig } from '@app/config';
import { type EmbeddingEngine, readsQuery } from '@app/embedding';
import { KnowledgeBootstrap, type KnowledgeSnapshot, PrebuiltTables, openSnapshot } from '@app/knowledge';
import { type RankedRow, queryVector, readLinker, searchRows } from '@app/rag';
import type { SearchOptions } from './command-options.js';
import { knowledgeConfig } from './knowledge-config.js';

/** Searches the tables in this process. @throws KnowledgeError when they cannot be searched, EmbeddingError */
export async function searchTables(
  text: string,
  { collection, limit }: SearchOptions,
  embedder: EmbeddingEngine,
): Promise<readonly RankedRow[]> {
  const config = knowledgeConfig();
  const ready = embedder.ready();
  // The graph is only needed to gloss questions that the model cannot read.
  const linkerRead = readsQuery(embedder, text) ? undefined : readLinker(config);
  const [snapshot, linker] = await Promise.all([openTables(config, embedder, ready), linkerRead, ready]);
  const vector = queryVector(embedder, text, { linker, signal: new AbortController().signal });
  return searchRows(snapshot, { text, vector, collection: collection?.normalize('NFC'), limit });
}

async function openTables(
  config: RagConfig,
  embedder: EmbeddingEngine,
  ready: Promise<void>,
): Promise<KnowledgeSnapshot> {
  // Only a server or a model that must be downloaded does not know its dimensions yet.
  if (embedder.dimensions === 0) await ready;
  const place = { uri: config.lancedbUri, prebuilt: PrebuiltTables.find() };
  return openSnapshot(place, await new KnowledgeBootstrap(config, embedder).stamp());
}
