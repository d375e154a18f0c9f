import { afterEach, describe, expect, it } from '@jest/globals';
import { Agent, fetch } from 'undici';
import { ScriptableUpstream, type UpstreamOptions, textOf } from './index.js';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function upstream(options: UpstreamOptions = {}): Promise<ScriptableUpstream> {
  const started = await new ScriptableUpstream(options).start();
  opened.push(() => started.stop());
  return started;
}

function agent(ca?: string): Agent {
  const made = new Agent({ connect: { ca }, allowH2: true });
  opened.push(() => made.destroy());
  return made;
}

function chat(server: ScriptableUpstream, mode: string, { stream = true, signal, ...rest }: ChatOptions = {}) {
  return fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: `mode:${mode}`, stream, stream_options: { include_usage: true }, messages: [] }),
    redirect: 'manual',
    signal,
    dispatcher: rest.dispatcher ?? agent(server.certificate || undefined),
  });
}
interface ChatOptions {
  readonly stream?: boolean;
  readonly signal?: AbortSignal;
  readonly dispatcher?: Agent;
}

const contentOf = (body: string): string =>
  body
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:') && !line.includes('[DONE]'))
    .map((line) => JSON.parse(line.slice(5)) as { choices: { delta: { content?: string } }[] })
    .map(({ choices }) => choices[0]?.delta.content ?? '')
    .join('');

const within = (ms: number, what: () => boolean): Promise<boolean> => {
  const until = performance.now() + ms;
  const look = async (): Promise<boolean> => {
    if (what() || performance.now() > until) return what();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return look();
  };
  return look();
};

describe.each([
  ['HTTP/1.1', {}, '1.1'],
  ['HTTP/2', { http2: true }, '2.0'],
])('ScriptableUpstream over %s', (_, options: UpstreamOptions, version) => {
  it('streams the text of its mode, with finish, usage and [DONE]', async () => {
    const server = await upstream(options);
    const body = await (await chat(server, 'ok?tokens=300')).text();
    expect(contentOf(body)).toBe(textOf('ok?tokens=300'));
    expect(body).toContain('"finish_reason":"stop"');
    expect(body).toContain('"completion_tokens":300');
    expect(body.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(server.stats.requests[0]).toMatchObject({ httpVersion: version, status: 200, outcome: 'finished' });
  });

  it.each(['split?bytes=1&tokens=5', 'split?bytes=7&crlf&tight', 'empty-choices', 'no-done', 'ok?delay=1&first=5'])(
    'sends the same text as %s',
    async (mode) => {
      const body = await (await chat(await upstream(options), mode)).text();
      expect(contentOf(body)).toBe(textOf(mode));
    },
  );

  it('counts open requests and requests aborted by clients', async () => {
    const server = await upstream(options);
    const leaving = new AbortController();
    const streams = await Promise.all(
      ['stall?after=2', 'hang-after-headers', 'comments?every=5'].map((mode) =>
        chat(server, mode, { signal: leaving.signal }),
      ),
    );
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(server.stats.counts()).toMatchObject({ open: 3, peak: 3, started: 3 });
    leaving.abort();
    expect(await within(1_000, () => server.stats.open === 0)).toBe(true);
    expect(server.stats.counts()).toMatchObject({ open: 0, aborted: 3, finished: 0 });
  });

  it('breaks connections before the response and after some tokens', async () => {
    const server = await upstream(options);
    await expect(chat(server, 'refuse')).rejects.toThrow();
    await expect(chat(server, 'reset?after=2').then((response) => response.text())).rejects.toThrow();
    expect(await within(1_000, () => server.stats.open === 0)).toBe(true);
    expect(server.stats.counts()).toMatchObject({ broken: 2, finished: 0, aborted: 0 });
  });

  it('accepts one stream at a time', async () => {
    const server = await upstream(options);
    const dispatcher = agent(server.certificate || undefined);
    const mode = 'single?delay=5&retry-after-ms=20';
    const both = await Promise.all([chat(server, mode, { dispatcher }), chat(server, mode, { dispatcher })]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 429]);
    expect(both.find(({ status }) => status === 429)?.headers.get('retry-after-ms')).toBe('20');
    await Promise.all(both.map((response) => response.text()));
    expect((await chat(server, mode, { dispatcher })).status).toBe(200);
    expect(server.stats.rejected).toBe(1);
  });

  it('sends responses that are not completions', async () => {
    const server = await upstream(options);
    expect((await chat(server, '503?retry-after=7')).headers.get('retry-after')).toBe('7');
    expect(await (await chat(server, 'html')).text()).toMatch(/^<!doctype html>/);
    expect((await chat(server, 'redirect')).status).toBe(302);
    expect(await (await chat(server, 'error-object?after=1')).text()).toContain('data: {"error":');
    expect(await (await chat(server, 'clean-end?after=1')).text()).not.toContain('[DONE]');
    expect((await (await chat(server, 'long-line?after=1')).text()).length).toBeGreaterThan(5 * 1024 * 1024);
  });
});

describe('ScriptableUpstream', () => {
  it('serves complete documents, models and embeddings', async () => {
    const server = await upstream();
    const whole = (await (await chat(server, 'ok', { stream: false })).json()) as {
      choices: { message: { content: string } }[];
    };
    expect(whole.choices[0]?.message.content).toBe(textOf('ok'));
    expect(await (await fetch(`${server.url}/models`)).json()).toMatchObject({ object: 'list' });
    const embed = async (input: string[]) => {
      const response = await fetch(`${server.url}/embeddings`, {
        method: 'POST',
        body: JSON.stringify({ input, dimensions: 64 }),
      });
      return ((await response.json()) as { data: { embedding: number[] }[] }).data.map(({ embedding }) => embedding);
    };
    const [snake, again, house] = await embed(['a snake', 'a snake', 'the house']);
    expect(snake).toEqual(again);
    expect(snake).not.toEqual(house);
    expect(Math.hypot(...(snake ?? []))).toBeCloseTo(1, 5);
  });

  it('takes its mode from a function and is controlled over HTTP', async () => {
    const server = await upstream({ mode: ({ index }) => (index === 0 ? '500' : 'ok') });
    const post = () => fetch(`${server.url}/chat/completions`, { method: 'POST', body: '{"stream":true}' });
    expect([(await post()).status, (await post()).status]).toEqual([500, 200]);
    await fetch(`${server.origin}/__mode`, { method: 'POST', body: '{"mode":"418"}' });
    expect((await post()).status).toBe(418);
    expect(await (await fetch(`${server.origin}/__stats?brief`)).json()).toMatchObject({ started: 3 });
  });

  it('refuses connections while stopped and restarts on its port', async () => {
    const server = await upstream();
    const { url } = server;
    await server.stop();
    await expect(chat(server, 'ok')).rejects.toThrow();
    await server.start();
    expect(server.url).toBe(url);
    expect((await chat(server, 'ok')).status).toBe(200);
  });

  it('keeps tokens on schedule', async () => {
    const server = await upstream();
    const body = await (await chat(server, 'ok?stamp&tokens=40&first=50&delay=10')).text();
    const times = contentOf(body).trim().split(' ').map(Number);
    expect(times).toHaveLength(40);
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(took).toBeGreaterThan(380);
  });
});
