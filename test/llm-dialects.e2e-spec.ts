import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { openClient } from './harness/open-client.js';
import { type Outcome, pause, section, sections } from './harness/run-sections.js';
import { type Script, ScriptedServer, type Step } from './harness/scripted-server.js';

Logger.overrideLogger(false);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function serverWith(script: Script): Promise<ScriptedServer> {
  const server = await new ScriptedServer().start();
  server.script = script;
  opened.push(() => server.stop());
  return server;
}

async function clientOf(server: ScriptedServer, variables: Readonly<Record<string, string>> = {}) {
  const made = await openClient({ OPENAI_BASE_URL: server.origin, ...variables });
  opened.push(() => made.client.onModuleDestroy());
  return made.client;
}

/** Open requests, sampled until zero or for one second. */
async function openAtLast(server: ScriptedServer): Promise<number> {
  for (let turn = 0; turn < 100 && server.open > 0; turn++) await pause(10);
  return server.open;
}

const SSE = { head: { headers: { 'content-type': 'text/event-stream' } } };
const frame = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const choice = (fields: object, finish: string | null = null) => ({
  choices: [{ index: 0, delta: fields, finish_reason: finish }],
});
const WORDS = ['비는 ', '땅을 ', '적시고 ', '새벽은 ', '천천히 ', '옵니다.'];
const TEXT = WORDS.join('');
const words = WORDS.map((content) => frame(choice({ content }))).join('');
const stop = frame(choice({}, 'stop'));
const usage = frame({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 6 } });
const DONE = frame('[DONE]');
const whole = words + stop + usage + DONE;
const send = (...parts: readonly string[]): readonly Step[] => [SSE, { send: parts.join('') }];
const paced = (parts: readonly string[], waitMs: number): readonly Step[] => [
  SSE,
  ...parts.map((part) => ({ waitMs, send: part })),
];
const labelled = (type: string, body: string): readonly Step[] => [
  { head: { headers: { 'content-type': type } } },
  { send: body },
];
const hidden = (text: string) => frame(choice({ content: text }));
const document = JSON.stringify({ choices: [{ message: { content: TEXT }, finish_reason: 'stop' }] });

const WHOLE: readonly (readonly [name: string, steps: readonly Step[]])[] = [
  ['an ordinary stream', send(whole)],
  ['a finish reason on every chunk', paced([...WORDS.map((content) => frame(choice({ content }, 'stop'))), DONE], 60)],
  ['a finish reason with the last text', send(words.replace(/null(?=[^n]*$)/, '"stop"'), DONE)],
  ['an empty finish reason', send(words.replaceAll('null', '""'), stop, DONE)],
  ['[DONE] without a finish reason', send(words, usage, DONE)],
  ['[DONE] without a line end', send(words, stop, 'data: [DONE]')],
  ['a finish reason without [DONE]', send(words, stop)],
  ['usage after [DONE]', [...send(words, stop, DONE), { waitMs: 20, send: usage }]],
  ['think tags', send(hidden('<think>'), hidden('\nSECRET'), hidden('\n</think>'), hidden('\n\n'), whole)],
  [
    'think tags split over chunks and reads',
    paced([hidden('<th'), hidden('ink>SEC'), hidden('RET</thi'), hidden('nk>'), whole], 20),
  ],
  ['a closing think tag alone', send(hidden('SECRET'), hidden('</think>'), whole)],
  [
    'reasoning in a separate field',
    send(frame(choice({ reasoning_content: 'SECRET' })), frame(choice({ reasoning: 'SECRET' })), whole),
  ],
  ['SSE labelled as JSON', labelled('application/json', whole)],
  ['SSE labelled as HTML', labelled('text/html', whole)],
  ['one JSON value a line', labelled('application/x-ndjson', whole.replaceAll('data: ', '').replaceAll('\n\n', '\n'))],
  ['a document instead of a stream', labelled('application/json', document)],
  ['a document labelled as SSE', send(document)],
  ['gzip without a header', [SSE, { gzip: whole }]],
  ['comments', paced([': PROCESSING\n\n', ': PROCESSING\n\n', whole], 30)],
  [
    'empty and other data lines',
    paced(['data:\n\n', 'data: \n\n', 'data: ping\n\n', 'data:\n\n', 'data:\n\n', whole], 10),
  ],
  ['content as parts', send(...WORDS.map((text) => frame(choice({ content: [{ type: 'text', text }] }))), stop, DONE)],
  [
    'cumulative text next to each delta',
    send(
      ...WORDS.map((content, index) =>
        frame({
          choices: [
            {
              index: 0,
              message: { content: WORDS.slice(0, index + 1).join('') },
              delta: { content },
              finish_reason: null,
            },
          ],
        }),
      ),
      stop,
    ),
  ],
  [
    'cumulative text instead of deltas',
    send(
      ...WORDS.map((_, index) =>
        frame({
          choices: [{ index: 0, message: { content: WORDS.slice(0, index + 1).join('') }, finish_reason: null }],
        }),
      ),
      stop,
      DONE,
    ),
  ],
  ['line ends of carriage returns', send(whole.replaceAll('\n', '\r'))],
  [
    'padding of varying length',
    send(
      ...WORDS.map((content, index) => frame({ ...choice({ content }), obfuscation: 'x'.repeat(index * 7) })),
      stop,
      DONE,
    ),
  ],
];

const FAILED: readonly (readonly [name: string, script: Script, outcome: Partial<Outcome>])[] = [
  [
    'no text at the token limit',
    { steps: send(frame(choice({ content: '' })), frame(choice({}, 'length')), DONE) },
    { end: 'llm.incomplete', text: '' },
  ],
  [
    'text cut by the token limit',
    { steps: send(words, frame(choice({}, 'length')), DONE) },
    { end: 'llm.incomplete', text: TEXT },
  ],
  [
    'text stopped by a filter',
    { steps: send(words, frame(choice({}, 'content_filter')), DONE) },
    { end: 'llm.filtered', text: TEXT },
  ],
  ['a refusal', { steps: send(frame(choice({ refusal: 'no' })), stop, DONE) }, { end: 'llm.refused', text: '' }],
  [
    'a tool call',
    { steps: send(frame(choice({ tool_calls: [{ index: 0 }] })), frame(choice({}, 'tool_calls')), DONE) },
    { end: 'llm.incomplete', text: '' },
  ],
  ['[DONE] alone', { steps: send(DONE) }, { end: 'llm.empty', text: '' }],
  ['only blank text', { steps: send(frame(choice({ content: ' \n' })), stop, DONE) }, { end: 'llm.empty', text: '' }],
  ['only reasoning', { steps: send(hidden('<think>SECRET'), stop, DONE) }, { end: 'llm.empty', text: '' }],
  ['a stream that ends without a sign', { steps: send(words) }, { end: 'llm.truncated', text: TEXT }],
  ['a broken stream', { steps: [...send(words), { waitMs: 30, destroy: true }] }, { end: 'llm.truncated', text: TEXT }],
  [
    'an error without framing',
    { steps: send('{"error":{"code":400,"message":"too many tokens","type":"exceed_context_size_error"}}') },
    { end: 'llm.rejected', text: '' },
  ],
  [
    'no choices and a custom error object',
    { steps: send(frame({ choices: null, error_type: 'BadRequestError' }), DONE) },
    { end: 'llm.rejected', text: '' },
  ],
  [
    'reasoning shown before its closing tag',
    { steps: paced([hidden('SECRET'), hidden('</think>'), whole], 150) },
    { end: 'llm.truncated' },
  ],
  [
    'a filtered prompt',
    { refuse: () => ({ status: 400, body: '{"error":{"code":"content_filter","param":"prompt"}}' }) },
    { end: 'llm.filtered', text: '' },
  ],
];

describe('a complete response', () => {
  it.each(WHOLE)('is read from %s', async (_, steps) => {
    const server = await serverWith({ steps });
    const client = await clientOf(server);
    expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
    expect([server.requests.length, await openAtLast(server), client.orphans]).toEqual([1, 0, 0]);
  });

  it('arrives although the model loads slowly', async () => {
    const server = await serverWith({ steps: [{ waitMs: 11_000 }, ...send(whole)] });
    expect(await section(await clientOf(server))).toMatchObject({ end: 'done', text: TEXT });
  });

  it.each(['', '/', '/v1', '/v1/', '/v1/chat/completions'])(
    'is found under a base URL ending in "%s"',
    async (path) => {
      const server = await serverWith({
        steps: send(whole),
        refuse: (_, at) => (at === '/v1/chat/completions' ? undefined : { status: 404, body: 'not found' }),
      });
      const client = await clientOf(server, { OPENAI_BASE_URL: server.origin + path });
      expect((await section(client)).end).toBe('done');
    },
  );

  it('is read from a server without /v1 and after a redirect', async () => {
    const server = await serverWith({
      steps: send(whole),
      refuse: (_, at) => (at === '/chat/completions' ? undefined : { status: 404, body: '404 page not found' }),
    });
    const client = await clientOf(server);
    expect([(await section(client)).end, (await section(client)).end]).toEqual(['done', 'done']);
    expect(server.requests.map(({ status }) => status)).toEqual([404, 200, 200]);
    server.script = {
      steps: send(whole),
      refuse: (_, at) => (at === '/new' ? undefined : { status: 308, body: '', headers: { location: '/new' } }),
    };
    expect([(await section(client)).end, (await section(client)).end]).toEqual(['done', 'done']);
    expect(server.requests.map(({ path }) => path).slice(3)).toEqual(['/chat/completions', '/new', '/new']);
  });
});

describe('an incomplete response', () => {
  it.each(FAILED)('%s', async (_, script, outcome) => {
    const server = await serverWith(script);
    const client = await clientOf(server);
    expect(await section(client)).toMatchObject(outcome);
    expect([await openAtLast(server), client.orphans]).toEqual([0, 0]);
  });

  it.each(FAILED.filter(([, , { text }]) => text === ''))(
    'falls back to the second upstream: %s',
    async (_, script) => {
      const [first, second] = [await serverWith(script), await serverWith({ steps: send(whole) })];
      const client = await clientOf(first, { OPENAI_FALLBACK_BASE_URL: second.origin });
      expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
    },
  );

  it('does not open the breaker or retry when a content filter rejects every prompt', async () => {
    const [, script] = FAILED.at(-1) as (typeof FAILED)[number];
    const server = await serverWith(script);
    const client = await clientOf(server);
    await sections(client, 20);
    expect([client.upstreams[0]?.breaker, server.requests.length]).toEqual(['closed', 20]);
  });

  it('ends an endless text', async () => {
    const server = await serverWith({
      steps: paced(
        Array.from({ length: 200 }, (_, index) => hidden(`${index}${'가'.repeat(500)}`)),
        1,
      ),
    });
    expect((await section(await clientOf(server))).end).toBe('llm.incomplete');
    expect(await openAtLast(server)).toBe(0);
  });

  it('hides the reasoning of the next response after a late closing tag', async () => {
    const server = await serverWith({ steps: paced([hidden('SECRET'), hidden('</think>'), whole], 150) });
    const client = await clientOf(server);
    expect((await section(client)).end).toBe('llm.truncated');
    expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
  });
});

describe('a strict server', () => {
  const refused = (param: string, message: string) => ({
    status: 400,
    body: JSON.stringify({ error: { message, type: 'invalid_request_error', param, code: 'unsupported_parameter' } }),
  });
  const reasoning: Script = {
    steps: send(whole),
    refuse: (body) => {
      if ('max_tokens' in body) return refused('max_tokens', "Use 'max_completion_tokens' instead.");
      if ('temperature' in body) return refused('temperature', 'Only the default (1) value is supported.');
      const [first] = body['messages'] as { role: string }[];
      return first?.role === 'system'
        ? refused('messages[0].role', "'messages[0].role' does not support 'system' with this model.")
        : undefined;
    },
  };
  const old: Script = {
    steps: send(whole),
    refuse: (body) => {
      const unknown = ['max_completion_tokens', 'stream_options'].find((name) => name in body);
      return unknown === undefined
        ? undefined
        : {
            status: 422,
            body: JSON.stringify({ detail: [{ loc: ['body', unknown], msg: 'Extra inputs are not permitted' }] }),
          };
    },
  };

  it.each([
    [
      'a reasoning model',
      'local-model',
      reasoning,
      { max_tokens: 'max_completion_tokens', temperature: 'omitted', system: 'developer' },
    ],
    ['a reasoning model by its name', 'o4-mini', reasoning, { temperature: 'omitted', system: 'developer' }],
    ['an old server', 'gpt-5.4-mini', old, { max_completion_tokens: 'max_tokens', stream_options: 'omitted' }],
  ])('%s: three sections at once are done, and nothing is rejected afterwards', async (_, model, script, adapted) => {
    const server = await serverWith(script);
    const client = await clientOf(server, { OPENAI_MODEL: model, OPENAI_TEMPERATURE: '0.7' });
    const first = await sections(client, 3);
    expect(first.map(({ end, text }) => [end, text])).toEqual(first.map(() => ['done', TEXT]));
    expect(client.upstreams[0]).toMatchObject({ adapted, breaker: 'closed' });
    const before = server.requests.length;
    await sections(client, 3);
    expect(server.requests.slice(before).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([await openAtLast(server), client.orphans]).toEqual([0, 0]);
  });

  it('raises the token limit when reasoning used all tokens', async () => {
    const server = await serverWith({});
    server.script = {
      refuse: (body) => {
        const enough = Number(body['max_tokens']) >= 2_000;
        server.script = { ...server.script, steps: enough ? send(whole) : send(frame(choice({}, 'length')), DONE) };
        return undefined;
      },
    };
    const client = await clientOf(server, { OPENAI_MODEL: 'local-model' });
    expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
    expect(client.upstreams[0]?.adapted).toEqual({ reasoning_room: '2048' });
  });
});

describe('Anthropic', () => {
  const event = (data: { readonly type: string }) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
  const message = [
    { type: 'message_start', message: { usage: { input_tokens: 5, output_tokens: 1 } } },
    { type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'SECRET' } },
    ...WORDS.map((text) => ({ type: 'content_block_delta', delta: { type: 'text_delta', text } })),
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 6 } },
    { type: 'message_stop' },
  ];

  it('works as the only upstream and as the fallback of an OpenAI-compatible server', async () => {
    const anthropic = await serverWith({ steps: send(message.map(event).join('')) });
    const broken = await serverWith({ steps: send(DONE) });
    const variables = { ANTHROPIC_BASE_URL: anthropic.origin, ANTHROPIC_API_KEY: 'k', ANTHROPIC_MODEL: 'claude' };
    const alone = await openClient(variables);
    const behind = await openClient({ ...variables, OPENAI_BASE_URL: broken.origin });
    opened.push(
      () => alone.client.onModuleDestroy(),
      () => behind.client.onModuleDestroy(),
    );
    for (const { client } of [alone, behind]) expect(await section(client)).toMatchObject({ end: 'done', text: TEXT });
    expect(anthropic.requests.map(({ path }) => path)).toEqual(['/v1/messages', '/v1/messages']);
    expect(await openAtLast(anthropic)).toBe(0);
  });
});
