import 'reflect-metadata';
import { join } from 'node:path';
import { SettingsModule } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule } from '@app/embedding';
import { MetricsModule } from '@app/metrics';
import { type EntityLinker, evaluate, readLinker } from '@app/rag';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({ imports: [SettingsModule.forRoot(), MetricsModule.of(), EmbeddingModule] })
class EmbeddingContextModule {}

/** Share of the original cosine in a squeezed one: 0.85 + 0.15 cosine lies between 0.7 and 1. */
const SQUEEZED_SHARE = 0.15;

/** The same model with an added constant dimension, which squeezes its cosines without changing their order. */
const squeezed = (embedder: Embedder): Embedder => ({
  model: `${embedder.model}-squeezed`,
  dimensions: embedder.dimensions + 1,
  scripts: embedder.scripts,
  embed: async (...args) =>
    (await embedder.embed(...args)).map((vector) =>
      Float32Array.from([...vector.map((value) => value * Math.sqrt(SQUEEZED_SHARE)), Math.sqrt(1 - SQUEEZED_SHARE)]),
    ),
});

/**
 * Collections that were written after the analyzer, the gloss and the fusion were tuned. The limits leave a margin of
 * one question in thirty.
 */
describe('collections that nothing was tuned on', () => {
  let context: INestApplicationContext;
  let embedder: Embedder;
  let linker: EntityLinker;

  beforeAll(async () => {
    context = await NestFactory.createApplicationContext(EmbeddingContextModule, { logger: false });
    embedder = context.get<Embedder>(EMBEDDER, { strict: false });
    linker = await readLinker({ knowledgeDir: 'knowledge', dataDir: join('knowledge', 'none') });
  }, 60_000);
  afterAll(() => context.close());

  const score = async (name: string, mode: 'lexical' | 'hybrid', using = embedder): Promise<number> => {
    const result = await evaluate(join('test', 'evaluation', name), { mode, embedder: using, linker });
    expect(result.queries).toBeGreaterThanOrEqual(30);
    return result['nDCG@10'];
  };

  it('Korean questions about Korean texts', async () => {
    const [lexical, hybrid] = [await score('household-ko', 'lexical'), await score('household-ko', 'hybrid')];
    expect(lexical).toBeGreaterThan(0.8);
    expect(hybrid).toBeGreaterThanOrEqual(lexical);
  }, 120_000);

  it('Korean dreams in an English dictionary', async () => {
    expect(await score('dreams-ko-en', 'hybrid')).toBeGreaterThan(0.65);
  }, 120_000);

  it('questions in mixed scripts, never below words alone', async () => {
    const [lexical, hybrid] = [await score('office-mixed-ko', 'lexical'), await score('office-mixed-ko', 'hybrid')];
    expect(hybrid).toBeGreaterThanOrEqual(lexical);
  }, 120_000);

  it.each(['dreams-ko-en', 'office-mixed-ko'])(
    'rank %s the same with squeezed cosines',
    async (name) => {
      const [plain, other] = [await score(name, 'hybrid'), await score(name, 'hybrid', squeezed(embedder))];
      expect(Math.abs(plain - other)).toBeLessThanOrEqual(0.01);
    },
    120_000,
  );
});
