import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '@app/embedding/testing';
import { KnowledgeUnavailableError } from '../knowledge-unavailable.error.js';
import { openKnowledge } from '../store/open-knowledge.js';
import { KnowledgeFolder } from '../testing/knowledge-folder.js';
import type { IngestionProgress } from './ingestion-progress.js';
import { KnowledgeBootstrap } from './knowledge-bootstrap.js';

describe('KnowledgeBootstrap', () => {
  let folder: KnowledgeFolder;
  let embedder: FakeEmbedder;
  let bootstrap: KnowledgeBootstrap;

  beforeEach(async () => {
    folder = await KnowledgeFolder.create();
    embedder = new FakeEmbedder();
    bootstrap = new KnowledgeBootstrap(folder.config, embedder);
  });
  afterEach(() => folder[Symbol.asyncDispose]());

  const store = () => openKnowledge({ uri: folder.config.lancedbUri, expected: () => bootstrap.stamp() });

  it('builds the tables on the first start and reuses them on the second', async () => {
    expect(await bootstrap.ensure()).toBe('built');
    const calls = embedder.calls.length;
    expect(await bootstrap.ensure()).toBe('reused');
    expect(embedder.calls).toHaveLength(calls);
    const open = await store();
    expect(open.status()).toMatchObject({ ready: true, rows: { domain: 6, corpus: 4 }, revision: 1 });
    expect(open.current().record('dream:snake')?.ko?.facets).toMatchObject({ folk: '구렁이 꿈은 태몽입니다.' });
    open.close();
  });

  it('embeds only what the embedder can read', async () => {
    await bootstrap.ensure();
    for (const text of embedder.calls.flat()) expect(text).not.toMatch(/\p{Script=Hangul}/u);
  });

  it('reports its progress', async () => {
    const seen: IngestionProgress[] = [];
    await bootstrap.ensure({ onProgress: (progress) => seen.push(progress) });
    expect(Object.groupBy(seen, ({ phase }) => phase)).toEqual({
      embedding: expect.arrayContaining([{ phase: 'embedding', done: 10, total: 10, passages: 10 }]),
      // Five indexes for each of two tables, and their update.
      indexing: Array.from({ length: 13 }, (_, done) => ({ phase: 'indexing', done, total: 12, passages: 10 })),
    });
  });

  it('builds tables that can be searched by word and by vector', async () => {
    await bootstrap.ensure();
    const open = await store();
    const domain = open.current().table('domain');
    const [byWord] = await domain.lexical(['뱀'], { limit: 3 });
    expect(byWord).toMatchObject({ id: 'dream:snake', lang: 'ko', title: '뱀' });
    const [vector] = await embedder.embed(['Snake. A snake leaves its old skin behind.'], new AbortController().signal);
    // The Korean row has the vector of its translation.
    const nearest = await domain.nearest(vector ?? new Float32Array(32), { limit: 2 });
    expect(nearest.map(({ id, lang }) => `${id} ${lang}`).sort()).toEqual(['dream:snake en', 'dream:snake ko']);
    expect(nearest[0]?.score).toBeCloseTo(1, 5);
    open.close();
  });

  it('is not ready without tables and reports the reason and the remedy', async () => {
    const open = await store();
    expect(open.status()).toMatchObject({
      ready: false,
      problem: { code: 'missing', command: 'npm run rag -- rebuild' },
    });
    expect(() => open.current()).toThrow(KnowledgeUnavailableError);
    open.close();
  });

  it('rejects tables of another model until a rebuild', async () => {
    await bootstrap.ensure();
    bootstrap = new KnowledgeBootstrap(folder.config, new FakeEmbedder(16));
    const open = await store();
    expect(open.status()).toMatchObject({
      ready: false,
      problem: { code: 'mismatch', reason: 'vector dimensions is 32, configured is 16' },
    });
    await bootstrap.rebuild();
    await open.refresh();
    expect(open.status()).toMatchObject({ ready: true, revision: 2 });
    open.close();
  });

  it('rejects tables of another pack', async () => {
    await bootstrap.ensure();
    await folder.write('domain', 'tarot', [{ id: 'tarot:the-sun', kind: 'tarot_card' }]);
    expect(await bootstrap.ensure()).toBe('reused');
    const open = await store();
    expect(open.status()).toMatchObject({ ready: false, problem: { code: 'mismatch' } });
    open.close();
  });

  it.each([
    ['a table is removed', (tables: string) => rm(join(tables, 'corpus.lance'), { recursive: true })],
    ['a byte of the data flips', (tables: string) => flipByte(join(tables, 'domain.lance', 'data'))],
    ['the manifest is cut short', (tables: string) => writeFile(join(tables, 'manifest.json'), '{"format":1,')],
  ])('detects while it serves that %s, and a rebuild repairs it', async (_, damage) => {
    await bootstrap.ensure();
    const open = await store();
    await damage(folder.config.lancedbUri);
    await open.refresh();
    expect(open.status()).toMatchObject({ ready: false, problem: { code: 'corrupt' } });
    expect(() => open.current()).toThrow(KnowledgeUnavailableError);
    await bootstrap.rebuild();
    await open.refresh();
    expect(open.status()).toMatchObject({ ready: true });
    expect(await open.current().table('corpus').lexical(['두려'], { limit: 1 })).toHaveLength(1);
    open.close();
  });
});

async function flipByte(folder: string): Promise<void> {
  const [name = ''] = await readdir(folder);
  const bytes = await readFile(join(folder, name));
  bytes[100] = (bytes[100] ?? 0) ^ 0xff;
  await writeFile(join(folder, name), bytes);
}
