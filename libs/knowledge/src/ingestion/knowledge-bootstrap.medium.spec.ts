import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '@app/embedding/testing';
import { KnowledgeUnavailableError } from '../knowledge-unavailable.error.js';
import { connectExisting } from '../store/connect-knowledge.js';
import { PrebuiltTables } from '../store/prebuilt-tables.js';
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

  it('is not ready, without a mismatch, until the embedding model is known', async () => {
    await bootstrap.ensure();
    let known = false;
    const open = await openKnowledge({
      uri: folder.config.lancedbUri,
      expected: async () => (known ? bootstrap.stamp() : undefined),
    });
    expect(open.status()).toMatchObject({ ready: false, problem: { code: 'model_unknown' } });
    known = true;
    await open.refresh();
    expect(open.status()).toMatchObject({ ready: true });
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

describe('KnowledgeBootstrap with prebuilt tables', () => {
  let folder: KnowledgeFolder;
  let embedder: FakeEmbedder;
  let prebuilt: PrebuiltTables;
  let bootstrap: KnowledgeBootstrap;

  beforeEach(async () => {
    folder = await KnowledgeFolder.create();
    embedder = new FakeEmbedder();
    const uri = join(folder.config.dataDir, 'prebuilt');
    await new KnowledgeBootstrap({ ...folder.config, lancedbUri: uri }, embedder).ensure();
    embedder.calls.length = 0;
    prebuilt = new PrebuiltTables(uri);
    bootstrap = new KnowledgeBootstrap(folder.config, embedder, prebuilt);
  });
  afterEach(() => folder[Symbol.asyncDispose]());

  const open = () => openKnowledge({ uri: folder.config.lancedbUri, prebuilt, expected: () => bootstrap.stamp() });

  it('serves them without embedding and without writing to the folder of the tables', async () => {
    expect(await bootstrap.ensure()).toBe('prebuilt');
    const store = await open();
    expect(store.status()).toMatchObject({ ready: true, rows: { domain: 6, corpus: 4 } });
    expect(await store.current().table('domain').lexical(['뱀'], { limit: 1 })).toHaveLength(1);
    expect(embedder.calls).toEqual([]);
    expect(await connectExisting(folder.config.lancedbUri)).toBeUndefined();
    store.close();
  });

  it('copies them when documents are to be added, and serves the copy once it has a commit', async () => {
    const store = await open();
    expect(await bootstrap.ensureWritable()).toBe('prebuilt');
    expect(embedder.calls).toEqual([]);
    expect(await bootstrap.isCurrent()).toBe(true);
    await bootstrap.rebuild();
    await store.refresh();
    expect(store.status()).toMatchObject({ ready: true, revision: 2, uri: folder.config.lancedbUri });
    expect((await prebuilt.committed())?.manifest.revision).toBe(1);
    store.close();
  });

  it('builds tables when the pack or the model has changed since', async () => {
    const store = await open();
    await folder.write('domain', 'tarot', [{ id: 'tarot:the-sun', kind: 'tarot_card' }]);
    await store.refresh();
    expect(store.status()).toMatchObject({ ready: true });
    const later = await open();
    expect(later.status()).toMatchObject({ ready: false, problem: { code: 'missing' } });
    expect(await bootstrap.ensure()).toBe('built');
    await later.refresh();
    expect(later.status()).toMatchObject({ ready: true, rows: { domain: 8, corpus: 4 } });
    for (const one of [store, later]) one.close();
  });
});

async function flipByte(folder: string): Promise<void> {
  const [name = ''] = await readdir(folder);
  const bytes = await readFile(join(folder, name));
  bytes[100] = (bytes[100] ?? 0) ^ 0xff;
  await writeFile(join(folder, name), bytes);
}
