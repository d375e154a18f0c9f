import 'reflect-metadata';
import { join } from 'node:path';
import { MetricsModule } from '@app/metrics';
import { type RagConfig, SettingsModule, ragConfig, readEnvironment } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import { KnowledgeStore } from '@app/knowledge';
import type { Locale } from '@app/text';
import { RagModule } from '@app/rag';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { benchOptions } from './measure/bench-options.js';
import { printTable } from './measure/print-table.js';
import { BenchReadings } from './retrieval/bench-readings.js';
import { buildBenchTables } from './retrieval/bench-tables.js';
import { BruteForce } from './retrieval/brute-force.js';
import { measureLatency } from './retrieval/measure-latency.js';
import { questions } from './retrieval/questions.js';

const values = benchOptions('retrieval', {
  passages: '10000,100000',
  concurrent: '1,4,16',
  questions: '200',
  data: './data',
  knowledge: './knowledge',
});

const LOCALES: readonly Locale[] = ['en', 'ko'];
/** Few samples suffice, because the baseline is slow and varies little. */
const BRUTE_QUESTIONS = 40;
const WARM_ROUNDS = 3;

for (const passages of values.passages.split(',').map(Number)) await measureTables(passages);

async function measureTables(passages: number): Promise<void> {
  const dataDir = join(values.data, 'bench', `retrieval-${passages}`);
  // Long deadline, so that slow embeddings are included in the results.
  const environment = readEnvironment({
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR: values.knowledge,
    EMBEDDING_TIMEOUT_MS: '60000',
    METRICS: 'off',
  });
  @Module({ imports: [SettingsModule.forRoot(environment), MetricsModule.of(), RagModule] })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'] });
  const store = app.get(KnowledgeStore);
  const embedder = app.get<Embedder>(EMBEDDER, { strict: false });
  await buildBenchTables(app.get<RagConfig>(ragConfig.KEY, { strict: false }), store, embedder, passages);
  const readings = new BenchReadings(app, embedder);
  for (const locale of LOCALES) await measureLocale(readings, store, embedder, locale, passages);
  await app.close();
}

async function measureLocale(
  readings: BenchReadings,
  store: KnowledgeStore,
  embedder: Embedder,
  locale: Locale,
  passages: number,
): Promise<void> {
  const asked = await questions(Number(values.questions), locale);
  const rows: (string | number)[][] = [];
  const add = async (name: string, concurrency: number, work: (text: string) => Promise<unknown>, of = asked) => {
    const { p50, p95, p99, perSecond } = await measureLatency(of, concurrency, work);
    rows.push([`${name}, ${concurrency} at a time`, p50, p95, p99, perSecond]);
  };
  await readings.embedAll(asked);
  await add('stage with embedding, process just started', 1, (text) => readings.wholeStage(text, locale));
  // Warm up with some hundred readings, until the code is optimized.
  for (let round = 0; round < WARM_ROUNDS; round++)
    await measureLatency(asked, 4, (text) => readings.stage(text, locale));
  for (const concurrency of values.concurrent.split(',').map(Number)) {
    for (const kind of readings.kinds) await add(kind, concurrency, (text) => readings.ask(kind, text, locale));
    await add('stage without embedding', concurrency, (text) => readings.stage(text, locale));
    await add('stage with embedding', concurrency, (text) => readings.wholeStage(text, locale));
  }
  const bruteForce = await BruteForce.load(store, embedder.dimensions);
  const scan = async (text: string) => bruteForce.ask(text, (await readings.vector(text))?.values);
  await add('brute force, corpus alone', 1, scan, asked.slice(0, BRUTE_QUESTIONS));
  console.log(`\n${passages} passages, ${locale === 'ko' ? 'Korean' : 'English'} questions, ms\n`);
  printTable(['', 'p50', 'p95', 'p99', 'a second'], rows);
}
