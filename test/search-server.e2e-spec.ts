import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { announceServer, findServer } from '@app/knowledge/processes';
import { KnowledgeFolder } from '@app/knowledge/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ScriptableUpstream, runRag } from './harness/index.js';
import type { RagResult } from './harness/run-rag.js';
import { waitUntil } from './harness/wait-until.js';

const KEY = 'key-of-the-search-test';
const API_KEYS = JSON.stringify({
  keys: [{ name: 'test', sha256: [createHash('sha256').update(KEY).digest('hex')] }],
});
const ROW = { id: 'x', collection: 'far', document: 'd', title: 'From afar', source: 's', score: 1, text: 'answered' };

/** The printed rows; the indexes in memory and those of LanceDB differ in the last digits of a score. */
const rounded = ({ out }: RagResult) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly score: number })
    .map((row) => ({ ...row, score: row.score.toFixed(5) }));

describe('rag search and running servers', () => {
  let folder: KnowledgeFolder;
  let upstream: ScriptableUpstream;
  let api: ChildProcess;
  let fake: Server | undefined;
  const state = () => join(folder.config.dataDir, 'state');

  const variables = () => ({
    KNOWLEDGE_DIR: folder.config.knowledgeDir,
    DATA_DIR: folder.config.dataDir,
    EMBEDDINGS_URL: upstream.url,
  });
  const search = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    runRag(['search', ...args], { ...variables(), ...more });

  /** Starts a server that answers every request alike and returns its URL. */
  async function answering(status: number, body: unknown): Promise<string> {
    fake = createServer((_, response) => response.writeHead(status).end(JSON.stringify(body)));
    await once(fake.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(fake.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    folder = await KnowledgeFolder.create();
    for (const name of ['graph', 'language', 'persona', 'safety'])
      await cp(join('knowledge', name), join(folder.config.knowledgeDir, name), { recursive: true });
    upstream = await new ScriptableUpstream().start();
    const notes = join(folder.config.dataDir, 'notes');
    await mkdir(notes);
    await writeFile(join(notes, 'owl.md'), '# Owls\nAn owl hunts at night over the frozen lake.');
    await writeFile(join(notes, '부엉이.md'), '# 부엉이\n부엉이는 밤에 얼어붙은 호수 위에서 사냥합니다.');
    await runRag(['ingest', notes, '-c', 'notes'], variables());
    api = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      env: { PATH: process.env['PATH'], ...variables(), API_KEYS, PORT: '0', LOG_LEVEL: 'silent' },
      stdio: 'ignore',
    });
    await waitUntil(async () => {
      if (api.exitCode !== null) throw new Error(`the server exited with ${api.exitCode}`);
      return (await findServer(state())) !== undefined;
    });
  }, 150_000);
  afterEach(() => {
    fake?.close();
    fake = undefined;
  });
  afterAll(async () => {
    if (api.kill('SIGKILL')) await once(api, 'exit');
    await upstream.stop();
    await folder[Symbol.asyncDispose]();
  });

  it.each([['owl at night'], ['밤에 사냥하는 부엉이'], ['snake', '-c', 'pack'], ['owl', '-n', '1', '-c', 'notes']])(
    'finds the same for %j with and without the running server',
    async (...args) => {
      const local = rounded(await search([...args, '--json', '--no-server']));
      expect(local).not.toEqual([]);
      expect(rounded(await search([...args, '--json'], { READING_SERVER_KEY: KEY }))).toEqual(local);
      const { url = '' } = (await findServer(state())) ?? {};
      const asked = await search([...args, '--json', '--server', url], { READING_SERVER_KEY: KEY });
      expect(rounded(asked)).toEqual(local);
    },
    60_000,
  );

  it('reports that a server requires a key', async () => {
    const { url = '' } = (await findServer(state())) ?? {};
    const refused = await search(['owl', '--server', url]);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('set READING_SERVER_KEY') });
  });

  it('searches the tables itself when the running server does not accept it', async () => {
    const found = await search(['owl', '-c', 'notes']);
    expect(found).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1. Owls  [notes: ') });
  });

  it.each<readonly [string, readonly [status: number, body: object] | undefined, string]>([
    ['is not there', undefined, 'start it, or search without it (--no-server)'],
    ['has no search', [404, { title: 'There is no such address.' }], 'check the URL and the version'],
    ['answers something else', [200, { pages: [] }], 'check the URL and the version'],
    [
      'is not ready',
      [503, { title: 'None of the knowledge sources answered.' }],
      'answered 503: None of the knowledge',
    ],
  ])('reports a server that %s', async (_, answer, line) => {
    const url = answer ? await answering(...answer) : 'http://127.0.0.1:9';
    const { code, err } = await search(['owl'], { READING_SERVER_URL: url });
    expect([code, err]).toEqual([1, expect.stringContaining(line)]);
  });

  it('asks a server only for the tables that it serves, and only while it runs', async () => {
    const data = { DATA_DIR: join(folder.config.dataDir, 'other'), LANCEDB_URI: folder.config.lancedbUri };
    const url = await answering(200, { ms: 1, rows: [ROW] });
    await announceServer(join(data.DATA_DIR, 'state'), { url, tables: data.LANCEDB_URI });
    expect((await search(['owl'], data)).out).toContain('1. From afar  [far: d] 1.000\n   answered\n');
    expect((await search(['owl', '--no-server'], data)).out).toContain('Owls');
    await announceServer(join(data.DATA_DIR, 'state'), { url, tables: undefined });
    expect((await search(['owl'], data)).out).toContain('Owls');
    await announceServer(join(data.DATA_DIR, 'state'), { url: 'http://127.0.0.1:9', tables: data.LANCEDB_URI });
    expect((await search(['owl'], data)).out).toContain('Owls');
  }, 60_000);

  it('prints the help lines that a server answers instead of rows', async () => {
    const url = await answering(200, { status: 'safety', message: 'Please call 109.', lines: [], ms: 0, rows: [] });
    expect(await search(['owl', '--server', url])).toMatchObject({ out: 'No results.\n', err: 'Please call 109.\n' });
  });
});
