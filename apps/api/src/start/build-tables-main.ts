import 'reflect-metadata';
import { type RagConfig, SettingsModule, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule, EmbeddingStatus } from '@app/embedding';
import { type BootstrapOutcome, KnowledgeBootstrap } from '@app/knowledge';
import { EmbeddingMetrics, MetricsModule } from '@app/metrics';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { BuildMessage } from './build-tables.js';

// The child process of `buildTables`.

@Module({ imports: [SettingsModule.forRoot(), MetricsModule.of([EmbeddingMetrics]), EmbeddingModule] })
class BuildModule {}

const send = (message: BuildMessage) => void process.send?.(message);
const parentGone = new AbortController();
process.once('disconnect', () => parentGone.abort());

async function build(): Promise<BootstrapOutcome> {
  const context = await NestFactory.createApplicationContext(BuildModule, { logger: false, abortOnError: false });
  try {
    await context.get(EmbeddingStatus, { strict: false }).ready();
    const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
    const bootstrap = new KnowledgeBootstrap(config, context.get<Embedder>(EMBEDDER, { strict: false }));
    return await bootstrap.ensure({ signal: parentGone.signal, onProgress: (progress) => send({ progress }) });
  } finally {
    // Exiting while threads of ONNX Runtime run would abort the process.
    await context.close();
  }
}

try {
  send({ outcome: await build() });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  send({ error: { code, message } });
}
if (process.connected) process.disconnect();
