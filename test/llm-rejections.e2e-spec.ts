import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { openClient } from './harness/open-client.js';
import { section, sections } from './harness/run-sections.js';
import { type Refusal, type Script, ScriptedServer, type Step } from './harness/scripted-server.js';

Logger.overrideLogger(false);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const TEXT = '비는 땅을 적시고 새벽은 천천히 옵니다.';
const choice = { index: 0, finish_reason: 'stop' };
const document = JSON.stringify({ choices: [{ ...choice, message: { content: TEXT } }] });
const stream = `data: ${JSON.stringify({ choices: [{ ...choice, delta: { content: TEXT } }] })}\n\ndata: [DONE]\n\n`;
const sent = (body: string): readonly Step[] => [{ head: {} }, { send: body }];
const whole = sent(stream);

const error = (status: number, message: string, more: object = {}): Refusal => ({
  status,
  body: JSON.stringify({ error: { message, ...more } }),
});
const roleOf = (body: Readonly<Record<string, unknown>>) => (body['messages'] as readonly { role: string }[])[0]?.role;
const has = (name: string) => (body: Readonly<Record<string, unknown>>) => name in body;
type Rejects = (body: Readonly<Record<string, unknown>>) => boolean;

async function setUp(script: Script, variables: Readonly<Record<string, string>> = {}) {
  const server = await new ScriptedServer().start();
  server.script = script;
  const { client } = await openClient({ OPENAI_BASE_URL: server.origin, OPENAI_MODEL: 'local-model', ...variables });
  opened.push(
    () => server.stop(),
    () => client.onModuleDestroy(),
  );
  return { server, client };
}

const REJECTIONS: readonly (readonly [name: string, rejects: Rejects, refusal: Refusal, adapted: object])[] = [
  [
    'a compressed error',
    has('max_tokens'),
    {
      ...error(400, "Unsupported parameter: 'max_tokens'"),
      headers: { 'content-encoding': 'gzip' },
    },
    { max_tokens: 'max_completion_tokens' },
  ],
  [
    'a parameter, with the status of a fault',
    has('stream_options'),
    error(500, "BadRequestError: Unrecognized request argument supplied: 'stream_options'"),
    { stream_options: 'omitted' },
  ],
  [
    'the role of the instructions, by a prompt template',
    (body) => roleOf(body) !== 'user',
    error(424, 'Conversation roles must alternate user/assistant/user/assistant/...'),
    { system: 'developer', developer: 'user' },
  ],
];

describe('a server that rejects', () => {
  it.each(REJECTIONS)('%s', async (_, rejects, refusal, adapted) => {
    const encoded = refusal.headers ? gzipSync(refusal.body) : refusal.body;
    const { server, client } = await setUp({
      steps: whole,
      refuse: (body) => (rejects(body) ? { ...refusal, body: encoded } : undefined),
    });
    const ends = await sections(client, 3);
    expect(ends.map(({ end, text }) => [end, text])).toEqual(ends.map(() => ['done', TEXT]));
    expect(client.upstreams[0]).toMatchObject({ adapted, breaker: 'closed' });
    const before = server.requests.length;
    expect((await section(client)).end).toBe('done');
    expect(server.requests.slice(before).map(({ status }) => status)).toEqual([200]);
  });

  it('streaming: receives whole answers', async () => {
    const { server, client } = await setUp({});
    server.script = {
      steps: sent(document),
      refuse: (body) =>
        'stream' in body
          ? error(400, 'Your organization must be verified to stream this model.', { param: 'stream' })
          : undefined,
    };
    expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
    expect(server.requests.map(({ body }) => [body['stream'], 'stream_options' in body])).toEqual([
      [true, true],
      [undefined, false],
    ]);
  });

  it('prompts, with the status of a wrong key: filtered', async () => {
    const flagged = error(403, 'The model requires moderation; the input was flagged.', { code: 403 });
    const { server, client } = await setUp({ refuse: () => flagged });
    expect((await section(client)).end).toBe('llm.filtered');
    expect([server.requests.length, client.upstreams[0]?.breaker]).toEqual([1, 'closed']);
  });
});

describe('a server that loads its model', () => {
  const loading = error(503, 'Loading model', { code: 503, type: 'unavailable_error' });

  it('is waited for without using up retries', async () => {
    const { server, client } = await setUp({});
    const loadedAt = performance.now() + 2_500;
    server.script = { steps: whole, refuse: () => (performance.now() < loadedAt ? loading : undefined) };
    const ends = await sections(client, 3);
    expect(ends.map(({ end }) => end)).toEqual(['done', 'done', 'done']);
    expect(client.upstreams[0]?.breaker).toBe('closed');
  });

  it('is waited for no longer than for the first token', async () => {
    const { server, client } = await setUp({ refuse: () => loading }, { LLM_FIRST_TOKEN_TIMEOUT_MS: '500' });
    expect((await section(client)).end).toBe('llm.unavailable');
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });
});

describe('an answer without text', () => {
  it('after reasoning is asked for again with room for more tokens, also when it ends with stop', async () => {
    const thought = JSON.stringify({ choices: [{ ...choice, delta: { reasoning_content: 'SECRET' } }] });
    const { server, client } = await setUp({});
    server.script = {
      refuse: (body) => {
        const enough = Number(body['max_tokens']) >= 2_000;
        server.script = { ...server.script, steps: enough ? whole : sent(`data: ${thought}\n\ndata: [DONE]\n\n`) };
        return undefined;
      },
    };
    expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
    expect(client.upstreams[0]?.adapted).toEqual({ reasoning_room: '2048' });
  });
});
