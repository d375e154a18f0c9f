import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriterLock } from '@app/knowledge';
import { KnowledgeFolder } from '@app/knowledge/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScriptableUpstream, runRag } from './harness/index.js';

describe('npm run rag', () => {
  let folder: KnowledgeFolder;
  let upstream: ScriptableUpstream;
  let home: string;

  beforeAll(async () => {
    folder = await KnowledgeFolder.create();
    upstream = await new ScriptableUpstream().start();
    home = await mkdtemp(join(tmpdir(), 'cli-'));
    await mkdir(join(home, 'notes'));
    await writeFile(join(home, 'notes', 'owl.md'), '# Owls\nAn owl hunts at night over the frozen lake.');
    await writeFile(join(home, 'notes', 'bee.txt'), 'A bee dances to tell where the flowers are.');
    await writeFile(join(home, 'notes', 'picture.png'), 'no text');
  });
  afterAll(async () => {
    await upstream.stop();
    await folder[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });

  function rag(...args: readonly string[]) {
    const { knowledgeDir, dataDir } = folder.config;
    return runRag(args, { KNOWLEDGE_DIR: knowledgeDir, DATA_DIR: dataDir, EMBEDDINGS_URL: upstream.url });
  }

  it('ingests, searches, lists and deletes documents', async () => {
    const first = await rag('ingest', join(home, 'notes'), '--collection', 'notes');
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 added, 0 replaced, 0 unchanged, 0 removed, 1 refused'),
    });
    expect(first.err).toContain('picture.png: is of an unsupported type');
    const again = await rag('ingest', join(home, 'notes'), '--collection', 'notes', '--strict');
    expect(again).toMatchObject({ code: 3, out: expect.stringContaining('2 unchanged') });
    const found = await rag('search', 'owl at night', '-c', 'notes', '--json', '-n', '1');
    expect(JSON.parse(found.out)).toMatchObject({ collection: 'notes', title: 'Owls', source: 'notes/owl.md' });
    expect((await rag('list')).out).toMatch(/notes +2 +2/);
    await rm(join(home, 'notes', 'bee.txt'));
    expect((await rag('ingest', join(home, 'notes'), '-c', 'notes', '--prune')).out).toContain('1 removed');
    expect(await rag('stats')).toMatchObject({ code: 0, out: expect.stringContaining('notes: 1 documents') });
    expect((await rag('delete', 'notes')).out).toContain('Removed 1 document');
    expect(await rag('delete', 'notes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no collection notes'),
    });
  }, 300_000);

  it('rebuilds damaged tables', async () => {
    await rag('rebuild');
    await rm(join(folder.config.lancedbUri, 'domain.lance'), { recursive: true });
    const damaged = await rag('stats');
    expect(damaged).toMatchObject({ code: 1, out: expect.stringContaining('npm run rag -- rebuild') });
    expect(await rag('rebuild')).toMatchObject({ code: 0, out: expect.stringContaining('Rebuilt 10 rows') });
    expect(await rag('stats')).toMatchObject({ code: 0 });
  }, 300_000);

  it('rebuilds stale tables only', async () => {
    await rag('rebuild');
    expect(await rag('rebuild', '--if-stale')).toMatchObject({ code: 0, out: 'The tables are current.\n' });
    await folder.write('domain', 'tarot', [{ id: 'tarot:the-sun', kind: 'tarot_card' }]);
    expect(await rag('rebuild', '--if-stale')).toMatchObject({ code: 0, out: expect.stringContaining('Rebuilt 12') });
  }, 300_000);

  it('rejects a second writer and names the first', async () => {
    const lock = await WriterLock.acquire(join(folder.config.dataDir, 'state'));
    const second = await rag('ingest', join(home, 'notes'), '-c', 'notes');
    expect(second).toMatchObject({ code: 4, err: expect.stringContaining(`process ${process.pid} on`) });
    await lock.release();
  }, 60_000);

  it.each([
    ['a path that is not there', ['ingest', 'nowhere', '-c', 'notes'], 2, 'cannot be read; check the path'],
    ['the name of the pack', ['ingest', '.', '-c', 'pack'], 2, 'choose another name'],
    ['a name that leads elsewhere', ['ingest', '.', '-c', '../x'], 2, 'a collection is named with letters'],
    ['a missing option', ['ingest', '.'], 2, '--help'],
    ['an unknown command', ['swallow'], 2, '--help'],
    ['a folder that is no evaluation', ['eval', '.'], 1, 'cannot be read'],
  ])(
    'reports the error of %s',
    async (_, args, code, line) => {
      const { code: ended, err } = await rag(...args);
      expect(err.toLowerCase()).toContain(line.toLowerCase());
      expect(ended).toBe(code);
    },
    300_000,
  );

  it.each(['', 'ingest', 'search', 'list', 'delete', 'rebuild', 'stats', 'eval', 'completion'])(
    'explains %j',
    async (command) => {
      const { code, out } = await rag(...command.split(' ').filter(Boolean), '--help');
      expect(code).toBe(0);
      expect(out).toContain('Usage: rag');
    },
  );

  it('evaluates a custom data set and prints one JSON line with the documented keys', async () => {
    const set = join(home, 'set');
    await mkdir(set);
    await writeFile(
      join(set, 'corpus.jsonl'),
      '{"id":"1","title":"Owl","text":"hunts at night"}\n{"id":"2","title":"Bee","text":"dances by day"}',
    );
    await writeFile(join(set, 'queries.jsonl'), '{"id":"q","text":"who hunts at night"}');
    await writeFile(join(set, 'qrels.tsv'), 'q\t1\t2\n');
    for (const mode of ['lexical', 'vector', 'hybrid']) {
      const { out, code } = await rag('eval', set, '--mode', mode, '--json', '--run', join(home, 'run.txt'));
      expect(code).toBe(0);
      expect(out.trim().split('\n')).toHaveLength(1);
      const scores = JSON.parse(out) as Record<string, unknown>;
      expect(Object.keys(scores).toSorted()).toEqual([
        'MRR@10',
        'Recall@10',
        'Recall@100',
        'latencyMs',
        'nDCG@10',
        'queries',
      ]);
      expect(scores).toMatchObject({
        'nDCG@10': 1,
        queries: 1,
        latencyMs: { p50: expect.any(Number), p95: expect.any(Number) },
      });
      expect(await readFile(join(home, 'run.txt'), 'utf8')).toMatch(/^q 1 [\d.]+\n/);
    }
  }, 300_000);

  it('imports a graph and reports rejected edges', async () => {
    await writeFile(join(home, 'nodes.csv'), 'id,title_en,colour\nmy:owl,Owl,grey\n');
    await writeFile(join(home, 'edges.csv'), 'source,target,type\nmy:owl,my:nobody,evokes\n');
    const { code, err, out } = await rag(
      'ingest',
      '--graph',
      join(home, 'nodes.csv'),
      join(home, 'edges.csv'),
      '-c',
      'birds',
    );
    expect(code).toBe(0);
    expect(out).toContain('1 nodes, 0 edges, 2 problems');
    expect(err).toContain('column colour is unknown');
    expect(err).toContain('ends at my:nobody');
    const written = await readFile(join(folder.config.dataDir, 'graphs', 'birds', 'nodes.jsonl'), 'utf8');
    expect(JSON.parse(written)).toEqual({ id: 'my:owl', title_en: 'Owl' });
  }, 60_000);

  it('shows the prompts of a reading with the tokens its sections share', async () => {
    for (const name of ['safety', 'language'])
      await cp(join('knowledge', name), join(folder.config.knowledgeDir, name), { recursive: true });
    await rag('rebuild');
    const shown = await rag('prompts', 'show', 'tarot', '--locale', 'en', '--json');
    expect(shown).toMatchObject({ code: 0, err: '' });
    const { sections, sharedTokens } = JSON.parse(shown.out) as {
      sections: readonly { section: string; tokens: number; messages: readonly { role: string }[] }[];
      sharedTokens: number;
    };
    expect(sections.map(({ section }) => section)).toEqual(['overall', 'cards', 'guidance']);
    expect(sharedTokens).toBeGreaterThanOrEqual(1_024);
    for (const { tokens, messages } of sections) {
      expect(tokens).toBeGreaterThan(sharedTokens);
      expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    }
    expect(await rag('prompts', 'show', 'palmistry')).toMatchObject({ code: 2, err: expect.stringContaining('tarot') });
  });
});
