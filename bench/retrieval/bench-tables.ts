import type { RagConfig } from '@app/config';
import type { Embedder } from '@app/embedding';
import {
  KnowledgeBootstrap,
  type KnowledgeStore,
  KnowledgeWriter,
  type RowDraft,
  stateDir,
  writeDrafts,
} from '@app/knowledge';
import type { Locale } from '@app/text';
import { RandomEmbedder } from './random-embedder.js';
import { syntheticPassages } from './synthetic-passages.js';

/** Rows per write; each write creates a table fragment. */
const BATCH = 10_000;

type BenchConfig = Pick<RagConfig, 'knowledgeDir' | 'dataDir' | 'lancedbUri'>;

/** Builds tables with the built-in knowledge files and synthetic passages on the first run; reuses them while valid. */
export async function buildBenchTables(
  config: BenchConfig,
  store: KnowledgeStore,
  embedder: Embedder,
  passages: number,
): Promise<void> {
  const status = store.status();
  if (status.ready && status.rows.corpus > passages) return;
  const startedAt = performance.now();
  const random = new RandomEmbedder(embedder);
  const bootstrap = new KnowledgeBootstrap(config, random);
  await bootstrap.rebuild();
  await store.refresh();
  const intent = `bench ${passages}`;
  const stamp = await bootstrap.stamp();
  const options = { uri: config.lancedbUri, stateDir: stateDir(config.dataDir), stamp, intent };
  await using writer = await KnowledgeWriter.begin(options);
  const drafts = syntheticPassages(passages, await packSentences(store));
  const { signal } = new AbortController();
  for (let written = 0; written < passages; written += BATCH)
    await writeDrafts(writer, 'corpus', nextOf(drafts, BATCH), { embedder: random, signal });
  const indexedAt = performance.now();
  await writer.commit();
  await store.refresh();
  const seconds = (since: number) => Math.round((performance.now() - since) / 1_000);
  console.log(`built ${passages} passages in ${seconds(startedAt)} s, ${seconds(indexedAt)} s of these indexing`);
}

/** Unlike the iterator helper `take`, does not close the generator. */
const nextOf = (drafts: Generator<RowDraft>, count: number): readonly RowDraft[] =>
  Array.from({ length: count }, () => drafts.next()).flatMap(({ done, value }) => (done ? [] : [value]));

async function packSentences(store: KnowledgeStore): Promise<Readonly<Record<Locale, readonly string[]>>> {
  const sentences: Record<Locale, string[]> = { ko: [], en: [] };
  for await (const rows of store.current().table('domain').scan(['lang', 'text']))
    for (const { lang, text } of rows) sentences[lang].push(...text.split(/(?<=[.?!]) /));
  return sentences;
}
