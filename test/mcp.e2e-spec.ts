import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readingDocument } from '@app/streaming';
import { KeyedServer } from './harness/keyed-server.js';
import { waitUntil } from './harness/wait-until.js';

const CRISIS = '죽고 싶어요';

describe('the MCP server', () => {
  let server: KeyedServer;

  beforeAll(async () => {
    server = await KeyedServer.start();
  });
  afterEach(() => server.resetUpstream());
  afterAll(() => server.stop());

  const connect = async () => {
    const client = new Client({ name: 'test', version: '1' });
    const requestInit = { headers: { Authorization: `Bearer ${KeyedServer.key}` } };
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
    expect(textOf(result)).toBe(await server.wholeText('A snake.'));
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
    server.upstream.mode = 'ok?tokens=1000&delay=20';
    for (const leave of ['cancel', 'disconnect']) {
      const client = await connect();
      const abort = new AbortController();
      const call = { name: 'read_dream', arguments: { dream: `Long, ${leave}.` } };
      const result = client.callTool(call, undefined, { signal: abort.signal }).catch(() => undefined);
      await waitUntil(() => server.upstream.stats.open > 0);
      if (leave === 'cancel') abort.abort();
      await client.close();
      await result;
      await server.nothingLeft();
    }
  });

  it('needs a key', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`));
    await expect(client.connect(transport)).rejects.toThrow('401');
  });
});
