import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { readingDocument } from '@app/streaming';
import { ScriptableUpstream } from './harness/index.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const KEY = 'key-of-the-test';
const CRISIS = '죽고 싶어요';

describe('the MCP server', () => {
  let folder: string;
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'formats-'));
    const keys = [{ name: 'test', sha256: [hash('sha256', KEY)] }];
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ keys }));
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=20' }).start();
    const variables = {
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      CACHE_TTL_SECONDS: '0',
      API_KEYS_FILE: join(folder, 'keys.json'),
      RATE_LIMIT_PER_MINUTE: '10000',
    };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterEach(() => {
    upstream.mode = 'ok?tokens=20';
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
    await rm(folder, { recursive: true });
  });

  const nothingLeft = () => waitUntil(() => upstream.stats.open === 0, 20_000);
  const document = async (body: object) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${KEY}` };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return readingDocument.parse(await (await fetch(`${server.url}/v1/readings/dream`, init)).json());
  };
  const wholeText = async (dream: string) =>
    (await document({ dream, locale: 'en' })).texts
      .map(({ full_text: text }) => text.replaceAll(/ ?\[\d+\]/g, ''))
      .join('\n\n');

  const connect = async () => {
    const client = new Client({ name: 'test', version: '1' });
    const requestInit = { headers: { Authorization: `Bearer ${KEY}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit }));
    return client;
  };
  const textOf = ({ content }: CallToolResult) =>
    content.map((part) => (part.type === 'text' ? part.text : '')).join('');

  it('offers tools whose schemas are objects', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'read_dream',
        'read_tarot',
        'read_iching',
        'read_destiny',
        'birth_chart',
        'search_knowledge',
      ]),
    );
    await client.close();
  });

  it('reads with progress notifications', async () => {
    const client = await connect();
    const progress: number[] = [];
    const call = { name: 'read_dream', arguments: { dream: 'A snake.', locale: 'en' } };
    const onprogress = ({ progress: done }: { progress: number }) => void progress.push(done);
    const result = (await client.callTool(call, undefined, { onprogress })) as CallToolResult;
    expect(textOf(result)).toBe(await wholeText('A snake.'));
    expect(readingDocument.parse(result.structuredContent).status).toBe('ok');
    expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
    await client.close();
  });

  it('computes a birth chart and searches the knowledge', async () => {
    const client = await connect();
    const birth = { date: '1990-05-15', time: '14:30', gender: 'female', city: 'Seoul' };
    const chart = (await client.callTool({ name: 'birth_chart', arguments: { birth } })) as CallToolResult;
    expect(chart.structuredContent).toMatchObject({
      saju: { pillars: { year: '庚午' } },
      astrology: { sun: { sign: 'taurus' } },
    });
    const found = (await client.callTool({
      name: 'search_knowledge',
      arguments: { query: 'a snake' },
    })) as CallToolResult;
    expect(textOf(found)).toContain('A snake stands for change.');
    await client.close();
  });

  it('answers refused calls as results that say why', async () => {
    const client = await connect();
    const refused = (await client.callTool({ name: 'read_dream', arguments: { dream: '' } })) as CallToolResult;
    expect([refused.isError, textOf(refused)]).toEqual([true, expect.stringContaining('dream: must not be empty')]);
    const chart = (await client.callTool({ name: 'birth_chart', arguments: { birth: {} } })) as CallToolResult;
    expect(textOf(chart)).toContain('birth.date');
    await client.close();
  });

  it('answers a person in crisis with help lines', async () => {
    const client = await connect();
    const answer = (await client.callTool({ name: 'read_dream', arguments: { dream: CRISIS } })) as CallToolResult;
    expect(textOf(answer)).toContain('109');
    await client.close();
  });

  it('cancels the reading when the client cancels or disconnects', async () => {
    upstream.mode = 'ok?tokens=1000&delay=20';
    for (const leave of ['cancel', 'disconnect']) {
      const client = await connect();
      const abort = new AbortController();
      const call = { name: 'read_dream', arguments: { dream: `Long, ${leave}.` } };
      const result = client.callTool(call, undefined, { signal: abort.signal }).catch(() => undefined);
      await waitUntil(() => upstream.stats.open > 0);
      if (leave === 'cancel') abort.abort();
      await client.close();
      await result;
      await nothingLeft();
    }
  });

  it('needs a key', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`));
    await expect(client.connect(transport)).rejects.toThrow('401');
  });
});
