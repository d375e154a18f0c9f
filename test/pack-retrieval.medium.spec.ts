import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Embedder } from '@app/embedding';
import { DomainRetriever, evaluate } from '@app/rag';
import { keepOrder } from '@app/rag/testing';
import { KnowledgeBootstrap, type KnowledgeStore, openKnowledge } from '@app/knowledge';

/** Supports no script, so that only lexical search runs. */
const blind: Embedder = {
  model: 'none',
  dimensions: 2,
  scripts: new Set(),
  embed: () => Promise.reject(new Error('unexpected call of embed')),
};

describe('the evaluation of the pack with lexical search only', () => {
  let folder: string;
  let store: KnowledgeStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pack-retrieval-'));
    const config = { knowledgeDir: 'knowledge', dataDir: folder, lancedbUri: join(folder, 'lancedb') };
    const bootstrap = new KnowledgeBootstrap(config, blind);
    await bootstrap.ensure();
    store = await openKnowledge({ uri: config.lancedbUri, expected: () => bootstrap.stamp() });
  }, 120_000);

  afterAll(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['ko', 0.87],
    ['en', 0.86],
  ])(
    'in %s reaches an nDCG@10 of at least %d',
    async (locale, least) => {
      const retriever = new DomainRetriever(store, keepOrder);
      const options = { mode: 'lexical', embedder: blind, retriever } as const;
      const result = await evaluate(join('test', 'evaluation', `pack-${locale}`), options);
      expect(result.queries).toBeGreaterThanOrEqual(80);
      expect(result['nDCG@10']).toBeGreaterThanOrEqual(least);
    },
    120_000,
  );
});
