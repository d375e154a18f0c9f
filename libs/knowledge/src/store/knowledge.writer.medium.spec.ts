import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KnowledgeRow } from './knowledge-row.js';
import type { KnowledgeStore } from './knowledge.store.js';
import { KnowledgeWriter, type WriterOptions } from './knowledge.writer.js';
import { openKnowledge } from './open-knowledge.js';
import { KnowledgeBusyError } from './lock-holder.js';
import type { Locale } from '@app/text';

const STAMP = { model: 'fake', dimensions: 2, analyzer: 'test', pack: 'none' };

const row = (document: string, given: Partial<KnowledgeRow> = {}): KnowledgeRow => ({
  id: `${document}#1`,
  collection: 'notes',
  document,
  hash: '1',
  domain: '',
  lang: 'en',
  title: document,
  text: document,
  source: document,
  tags: ['theme:change', 'emotion:fear'],
  facets: { folk: 'a "quoted" line' },
  tokens: `everywhere ${document}`,
  titleTokens: '',
  vector: null,
  ...given,
});

describe('KnowledgeWriter', () => {
  let folder: string;
  let store: KnowledgeStore;
  const options = (given: Partial<WriterOptions> = {}): WriterOptions => ({
    uri: join(folder, 'lancedb'),
    stateDir: join(folder, 'state'),
    stamp: STAMP,
    intent: 'test',
    ...given,
  });
  const documents = async () => {
    await store.refresh();
    const rows = await store.current().table('corpus').lexical(['everywhere'], { limit: 100 });
    return rows.map(({ document }) => document).toSorted();
  };
  const write = async (rows: readonly KnowledgeRow[], given: Partial<WriterOptions> = {}) => {
    await using writer = await KnowledgeWriter.begin(options(given));
    await writer.replaceDocuments('corpus', 'notes', rows);
    await writer.commit();
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'writer-'));
    await write([row('a'), row('b')], { rebuild: true });
    store = await openKnowledge({ uri: options().uri, expected: () => Promise.resolve(STAMP) });
  });
  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });

  it('returns rows as written', async () => {
    const [found] = await store.current().table('corpus').lexical(['a'], { limit: 1 });
    const { tokens: _tokens, titleTokens: _titleTokens, vector: _vector, ...stored } = row('a');
    expect(found).toMatchObject(stored);
  });

  it('finds the same rows with a predicate in memory as with an SQL condition', async () => {
    const pack = (name: string, lang: Locale) => row(name, { collection: 'pack', lang });
    const rows = Array.from({ length: 12 }, (_, index) => pack(`p${index}`, index < 9 ? 'ko' : 'en'));
    await using writer = await KnowledgeWriter.begin(options());
    await writer.replaceDocuments('corpus', 'pack', rows);
    await writer.commit();
    await store.refresh();
    const table = store.current().table('corpus');
    const where = "(collection = 'pack' AND lang = 'en') OR collection <> 'pack'";
    const accepts = ({ lang }: { readonly lang: string }) => lang === 'en';
    for (const limit of [1, 3, 5, 100]) {
      const strict = await table.lexicalHits(['everywhere'], { limit, where });
      expect(await table.lexicalHits(['everywhere'], { limit, where, accepts })).toHaveLength(strict.length);
    }
    const found = await table.lexical(['everywhere'], { limit: 100, where, accepts });
    expect(found.map(({ document }) => document).toSorted()).toEqual(['a', 'b', 'p10', 'p11', 'p9']);
  });

  it('makes changes visible only at the commit', async () => {
    await using writer = await KnowledgeWriter.begin(options());
    await writer.replaceDocuments('corpus', 'notes', [row('c')]);
    await writer.deleteDocuments('corpus', 'notes', ['a']);
    expect(await documents()).toEqual(['a', 'b']);
    await writer.commit();
    expect(await documents()).toEqual(['b', 'c']);
  });

  it('replaces a document whole', async () => {
    await write([row('a', { hash: '2' }), row('a', { id: 'a#2', hash: '2' })]);
    expect(await documents()).toEqual(['a', 'a', 'b']);
    await write([row('a', { hash: '3' })]);
    expect(await documents()).toEqual(['a', 'b']);
  });

  it('replaces a document that the same writer has written', async () => {
    await using writer = await KnowledgeWriter.begin(options());
    await writer.replaceDocuments('corpus', 'notes', [row('c', { hash: '1' }), row('c', { id: 'c#2', hash: '1' })]);
    await writer.replaceDocuments('corpus', 'notes', [row('c', { hash: '2' })]);
    await writer.commit();
    expect(await documents()).toEqual(['a', 'b', 'c']);
  });

  it('removes a collection and leaves the others', async () => {
    await write([row('other', { collection: 'letters' })].map((other) => ({ ...other, collection: 'notes' })));
    await using writer = await KnowledgeWriter.begin(options());
    await writer.replaceDocuments('corpus', 'letters', [row('kept')]);
    await writer.deleteCollection('corpus', 'notes');
    await writer.commit();
    expect(await documents()).toEqual(['kept']);
  });

  it('escapes quotes in names', async () => {
    await write([row("it's", { hash: 'x' })]);
    await using writer = await KnowledgeWriter.begin(options());
    expect(await writer.documents('corpus', 'notes')).toEqual(
      new Map([
        ['a', '1'],
        ['b', '1'],
        ["it's", 'x'],
      ]),
    );
    await writer.deleteDocuments('corpus', 'notes', ["it's", "' OR '1'='1"]);
    await writer.commit();
    expect(await documents()).toEqual(['a', 'b']);
  });

  it('keeps a version in use unchanged by later writes', async () => {
    await store.refresh();
    const before = store.current();
    for (const name of ['c', 'd', 'e']) await write([row(name)]);
    const rows = await before.table('corpus').lexical(['everywhere'], { limit: 100 });
    expect(rows.map(({ document }) => document).toSorted()).toEqual(['a', 'b']);
    expect(await documents()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('deletes old versions once no reader can use them', async () => {
    await write([row('c')]);
    const path = join(options().uri, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as {
      committedAt: string;
      tables: { corpus: { files: [] } };
    };
    await writeFile(path, JSON.stringify({ ...manifest, committedAt: new Date(0).toISOString() }));
    await store.refresh();
    await using writer = await KnowledgeWriter.begin(options());
    const pruned = JSON.parse(await readFile(path, 'utf8')) as typeof manifest;
    expect(pruned.tables.corpus.files.length).toBeLessThan(manifest.tables.corpus.files.length);
    expect(await documents()).toEqual(['a', 'b', 'c']);
    await writer.replaceDocuments('corpus', 'notes', [row('d')]);
    await writer.commit();
    expect(await documents()).toEqual(['a', 'b', 'c', 'd']);
  });

  describe('after a kill', () => {
    const killed = async (intent: string) => {
      const writer = await KnowledgeWriter.begin(options({ intent }));
      await writer.replaceDocuments('corpus', 'notes', [row('half')]);
      await writer.close();
    };

    it('resumes the same work', async () => {
      await killed('ingest notes');
      await using writer = await KnowledgeWriter.begin(options({ intent: 'ingest notes' }));
      expect((await writer.documents('corpus', 'notes')).has('half')).toBe(true);
      expect(await documents()).toEqual(['a', 'b']);
      await writer.commit();
      expect(await documents()).toEqual(['a', 'b', 'half']);
    });

    it('discards rows of other unfinished work', async () => {
      await killed('ingest notes');
      await write([row('c')], { intent: 'ingest letters' });
      expect(await documents()).toEqual(['a', 'b', 'c']);
      await using writer = await KnowledgeWriter.begin(options({ intent: 'ingest notes' }));
      expect((await writer.documents('corpus', 'notes')).has('half')).toBe(false);
    });
  });

  describe('one writer at a time', () => {
    it('rejects a second one immediately and admits it afterwards', async () => {
      const first = await KnowledgeWriter.begin(options());
      await expect(KnowledgeWriter.begin(options())).rejects.toThrow(KnowledgeBusyError);
      await first.close();
      await using second = await KnowledgeWriter.begin(options());
      expect(second).toBeInstanceOf(KnowledgeWriter);
    });

    it('admits exactly one of many', async () => {
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => KnowledgeWriter.begin(options())));
      const writers = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
      expect(writers).toHaveLength(1);
      await writers[0]?.close();
    });

    it('takes over the lock of a process that has died', async () => {
      const { pid } = spawnSync(process.execPath, ['-e', '']);
      await leaveLock({ pid });
      await write([row('c')]);
      expect(await documents()).toEqual(['a', 'b', 'c']);
    });

    it('takes over the lock of a machine that has been silent', async () => {
      await leaveLock({ host: 'elsewhere' }, Date.now() - 60_000);
      await write([row('c')]);
      expect(await documents()).toEqual(['a', 'b', 'c']);
    });

    it('respects the lock of a machine that is at work', async () => {
      await leaveLock({ host: 'elsewhere' });
      await expect(KnowledgeWriter.begin(options())).rejects.toThrow(KnowledgeBusyError);
    });

    it('stops writing when it lost its lock', async () => {
      await using writer = await KnowledgeWriter.begin(options());
      await leaveLock({ host: 'elsewhere' });
      await expect(writer.replaceDocuments('corpus', 'notes', [row('c')])).rejects.toThrow('lock');
      await expect(writer.commit()).rejects.toThrow('lock');
      expect(await documents()).toEqual(['a', 'b']);
    });

    async function leaveLock(holder: { pid?: number; host?: string }, touchedAt = Date.now()): Promise<void> {
      const { hostname } = await import('node:os');
      const path = join(folder, 'state', 'writer.lock');
      await writeFile(path, JSON.stringify({ pid: 1, host: hostname(), born: '', token: 'other', ...holder }));
      await utimes(path, touchedAt / 1_000, touchedAt / 1_000);
    }
  });
});
