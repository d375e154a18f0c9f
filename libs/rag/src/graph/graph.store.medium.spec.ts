import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderGraphSource, OwnGraphsSource, ownGraphsFolder } from '@app/knowledge';
import { GraphStore } from './graph.store.js';

let folder: string;
let pack: string;
let language: string;
let store: GraphStore;

const lines = (...items: readonly object[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const write = async (at: string, nodes: string, edges = '') => {
  await mkdir(at, { recursive: true });
  await writeFile(join(at, 'nodes.jsonl'), nodes);
  await writeFile(join(at, 'edges.jsonl'), edges);
};
const snake = { id: 'dream:snake', title_ko: '뱀' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graph-'));
  pack = join(folder, 'graph');
  language = join(folder, 'language');
  await cp('knowledge/language', language, { recursive: true });
  store = new GraphStore([new FolderGraphSource(pack), new OwnGraphsSource(ownGraphsFolder(folder))], language);
});

afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

describe('GraphStore', () => {
  it('reports missing files, links nothing, and serves the graph once it exists', async () => {
    await store.open();
    expect(store.status()).toMatchObject({ ready: false, command: 'npm run knowledge:graph' });
    expect(() => store.current()).toThrow(expect.objectContaining({ code: 'knowledge.unavailable' }));
    expect(store.linker().link('뱀')).toEqual([]);

    await write(pack, lines(snake));
    await store.refresh();
    expect(store.status()).toEqual({ ready: true, nodes: 1, edges: 0, problems: [] });
    expect(store.linker().link('뱀이')).toHaveLength(1);
  });

  it('names the line of a corrupt file', async () => {
    await write(pack, `${lines(snake)}{"id":\n`);
    await store.open();
    expect(store.status()).toMatchObject({
      ready: false,
      reason: expect.stringContaining('graph/nodes.jsonl:2: is not JSON'),
    });
  });

  it('keeps serving the loaded graph while a file is invalid and loads the repaired one', async () => {
    await write(pack, lines(snake));
    await store.open();
    await appendFile(join(pack, 'nodes.jsonl'), 'half a li');
    await store.refresh();
    expect(store.current().graph.nodes).toHaveLength(1);
    expect(store.status()).toMatchObject({ ready: true, problems: [expect.stringContaining('is not JSON')] });

    await write(pack, lines(snake, { id: 'dream:house', title_ko: '집' }));
    await store.refresh();
    expect(store.status()).toEqual({ ready: true, nodes: 2, edges: 0, problems: [] });
  });

  it('loads added, changed and removed own graphs while it runs and omits only invalid ones', async () => {
    await write(pack, lines(snake));
    await store.open();
    const before = store.current();
    const teas = join(ownGraphsFolder(folder), 'teas');
    await write(
      teas,
      lines({ id: 'own:tea', title_en: 'Tea' }),
      lines({ source: 'own:tea', target: 'dream:snake', type: 'soothes' }),
    );
    await write(join(ownGraphsFolder(folder), 'broken'), 'nonsense');
    await store.refresh();
    expect(store.status()).toEqual({
      ready: true,
      nodes: 2,
      edges: 1,
      problems: ['broken: broken/nodes.jsonl:1: is not JSON'],
    });
    expect(before.graph.nodes).toHaveLength(1);

    await rm(teas, { recursive: true });
    await store.refresh();
    expect(store.current().graph.nodes).toHaveLength(1);
  });

  it('reloads the word senses and phrases of the language folder', async () => {
    await write(pack, lines(snake));
    await store.open();
    const senses = join(language, 'ko-word-senses.json');
    const relations = join(language, 'ko-relations.json');
    await writeFile(senses, JSON.stringify({ classes: {}, words: [{ names: ['뱀'], never: [{ rest: ['이'] }] }] }));
    await writeFile(relations, JSON.stringify({ realms: {}, phrases: { evokes: ['{s}, {t}.'] } }));
    await store.refresh();
    expect(store.linker().link('뱀이')).toEqual([]);
    expect(store.linker().link('뱀은')).toHaveLength(1);
    expect(store.current().relations.ko.phrases).toEqual({ evokes: ['{s}, {t}.'] });

    await writeFile(senses, JSON.stringify({ classes: {}, words: [{ names: ['뱀'], never: [{ rest: ['('] }] }] }));
    await store.refresh();
    expect(store.status()).toMatchObject({
      ready: true,
      problems: [expect.stringContaining('language/ko-word-senses.json: Invalid regular expression')],
    });
    expect(store.linker().link('뱀은')).toHaveLength(1);
  });

  it('is not ready without the language files', async () => {
    await write(pack, lines(snake));
    await rm(join(language, 'en-relations.json'));
    await store.open();
    expect(store.status()).toMatchObject({ ready: false, reason: expect.stringContaining('en-relations.json') });
  });

  it('does not reload unchanged files', async () => {
    await write(pack, lines(snake));
    await store.open();
    const snapshot = store.current();
    await store.refresh();
    expect(store.current()).toBe(snapshot);
  });
});
