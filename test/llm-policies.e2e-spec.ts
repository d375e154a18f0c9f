import { afterEach, describe, expect, it } from '@jest/globals';
import { LlmError } from '@app/llm';
import { Logger } from '@nestjs/common';
import { type ModeChoice, ScriptableUpstream, textOf } from './harness/index.js';
import { openClient } from './harness/open-client.js';
import { type Outcome, count, openAtLast, pause, prompt, section, sections } from './harness/run-sections.js';

Logger.overrideLogger(false);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function upstreamWith(mode: ModeChoice): Promise<ScriptableUpstream> {
  const upstream = await new ScriptableUpstream({ mode }).start();
  opened.push(() => upstream.stop());
  return upstream;
}

async function clientOf(upstream: ScriptableUpstream, variables: Readonly<Record<string, string>> = {}) {
  const made = await openClient({ OPENAI_BASE_URL: upstream.url, ...variables });
  opened.push(() => made.client.onModuleDestroy());
  return made;
}

/** Requests received by the upstream with their arrival times. */
const arrivals = ({ stats }: ScriptableUpstream) =>
  stats.requests.map(({ at, status, endedAt }, index) => {
    const { messages } = stats.bodies[index] as { messages: { content: string }[] };
    return { at, status, endedAt: endedAt ?? at, question: messages.at(-1)?.content ?? '' };
  });

describe('429', () => {
  it('completes every section of 100 readings when the upstream accepts one stream at a time', async () => {
    const upstream = await upstreamWith('single?tokens=8&delay=2');
    const { client, metric } = await clientOf(upstream);
    const readings = await Promise.all(Array.from({ length: 100 }, () => sections(client, 3)));
    expect(count(readings.flat())).toEqual({ done: 300 });
    expect(readings.flat().every(({ text }) => text === textOf('ok?tokens=8'))).toBe(true);
    // No retry is counted, and after the first burst almost no request is rejected.
    expect(await metric('llm_retries_total', { reason: 'llm.rate_limited' })).toBe(0);
    console.log(`429: 300 sections, ${upstream.stats.started} requests, ${upstream.stats.rejected} rejected`);
    expect(upstream.stats.rejected).toBeLessThan(64 + 20);
    expect(await openAtLast(upstream)).toBe(0);
  });

  it('sends no request before Retry-After has passed', async () => {
    const upstream = await upstreamWith('single?tokens=4&delay=2&retry-after-ms=300');
    const { client } = await clientOf(upstream, { OPENAI_MAX_CONCURRENCY: '8' });
    expect(count(await sections(client, 40))).toEqual({ done: 40 });
    const requests = arrivals(upstream);
    const refused = requests.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { endedAt } of refused) {
      // Requests of the first burst may arrive after its first rejection.
      const next = requests.find(({ at }, index) => index >= 8 && at > endedAt + 20);
      expect((next?.at ?? Infinity) - endedAt).toBeGreaterThanOrEqual(0.95 * 300);
    }
  });

  it('fails immediately with the wait time when Retry-After exceeds the section deadline', async () => {
    const upstream = await upstreamWith('429?retry-after=30');
    const { client } = await clientOf(upstream, { LLM_SECTION_TIMEOUT_MS: '5000' });
    const outcomes = [await section(client), await section(client)];
    expect(outcomes.map(({ end }) => end)).toEqual(['llm.rate_limited', 'llm.rate_limited']);
    for (const { ms, retryAfterMs } of outcomes) {
      // Far below the requested wait, even on a busy machine.
      expect(ms).toBeLessThan(20_000);
      expect(retryAfterMs).toBeGreaterThan(28_000);
    }
    expect(upstream.stats.started).toBe(1);
  });

  it.each([
    ['0', 250],
    ['86400', 30_000],
    ['-3', 250],
    ['1e308', 30_000],
    ['Thu, 01 Jan 2099 00:00:00 GMT', 30_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 250],
  ])('bounds Retry-After: %s, and shows the pause in its state', async (asked, ms) => {
    const upstream = await upstreamWith(`429?retry-after=${encodeURIComponent(asked)}`);
    const { client, metric } = await clientOf(upstream, { LLM_SECTION_TIMEOUT_MS: '200' });
    expect((await section(client)).retryAfterMs).toBe(ms);
    const pauseMs = client.upstreams[0]?.pauseMs ?? 0;
    expect(pauseMs).toBeGreaterThan(ms * 0.5);
    expect(pauseMs).toBeLessThanOrEqual(Math.min(ms * 1.1, 30_000));
    expect(await metric('llm_pauses_total', { upstream: 'primary' })).toBe(1);
    const leftMs = (await metric('llm_paused_until_timestamp_seconds')) * 1_000 - Date.now();
    expect(Math.abs(leftMs - pauseMs)).toBeLessThan(1_000);
  });

  it('retries a 429 caused by other clients after Retry-After', async () => {
    const upstream = await upstreamWith(({ index }) => (index === 0 ? '429?retry-after-ms=200' : 'ok'));
    const { client } = await clientOf(upstream);
    expect((await section(client)).end).toBe('done');
    const [first, second] = arrivals(upstream);
    expect((second?.at ?? 0) - (first?.endedAt ?? 0)).toBeGreaterThanOrEqual(190);
  });
});

describe('an upstream that fails every request', () => {
  it.each(['500', '429?retry-after-ms=50', 'refuse'])('%s: budget, breaker, one probe, recovery', async (mode) => {
    const upstream = await upstreamWith(mode);
    const { client } = await clientOf(upstream);
    const outcomes: Outcome[] = [];
    const state = () => client.upstreams[0]?.breaker;
    // Eight clients run sections in sequence until the breaker opens.
    const reader = async () => {
      while (state() !== 'open') outcomes.push(await section(client));
    };
    await Promise.all(Array.from({ length: 8 }, reader));
    const calls = upstream.stats.started;
    console.log(`Failing upstream, ${mode}: ${calls} calls for ${outcomes.length} sections until open`);
    expect(outcomes.some(({ end }) => end === 'done')).toBe(false);
    expect(calls).toBeLessThanOrEqual(1.25 * outcomes.length);

    const rejected = await sections(client, 100);
    expect(count(rejected)).toEqual({ 'llm.unavailable': 100 });
    expect(upstream.stats.started).toBe(calls);

    upstream.mode = 'ok?first=50';
    const recoveredAt = performance.now();
    while (state() !== 'closed' && performance.now() - recoveredAt < 10_000) {
      await sections(client, 5);
      await pause(100);
    }
    expect(state()).toBe('closed');
    console.log(`Failing upstream, ${mode}: closed ${Math.round(performance.now() - recoveredAt)} ms after recovery`);
    // Only one of the five concurrent sections is sent as the probe.
    expect(upstream.stats.started).toBe(calls + 1);
    expect(count(await sections(client, 5))).toEqual({ done: 5 });
    expect(await openAtLast(upstream)).toBe(0);
  });

  it('reopens the breaker when the probe fails', async () => {
    const upstream = await upstreamWith('500');
    const { client } = await clientOf(upstream);
    while (client.upstreams[0]?.breaker !== 'open') await sections(client, 5);
    const calls = upstream.stats.started;
    await pause(5_050);
    expect((await section(client)).end).toBe('llm.unavailable');
    expect(client.upstreams[0]?.breaker).toBe('open');
    expect(upstream.stats.started).toBe(calls + 1);
  });
});

describe('no response', () => {
  const impatient = { LLM_FIRST_TOKEN_TIMEOUT_MS: '400' };

  it.each(['hang', 'hang-after-headers', 'comments?every=20', 'drip?every=50'])(
    '%s: fails at the first-token deadline without leaking requests',
    async (mode) => {
      const upstream = await upstreamWith(mode);
      const { client } = await clientOf(upstream, impatient);
      const outcomes = await sections(client, 5);
      expect(count(outcomes)).toEqual({ 'llm.timeout': 5 });
      for (const { ms } of outcomes) expect(ms).toBeGreaterThan(390);
      expect(await openAtLast(upstream)).toBe(0);
      expect(upstream.stats.started).toBe(5);
    },
  );

  it('retries refused connections, then fails', async () => {
    const upstream = await upstreamWith('ok');
    const { client, metric } = await clientOf(upstream);
    await upstream.stop();
    expect((await section(client)).end).toBe('llm.unavailable');
    expect(await metric('llm_retries_total', { reason: 'llm.unavailable' })).toBe(1);
    await upstream.start();
    expect((await section(client)).end).toBe('done');
  });

  it('falls back to the second upstream before the first delta', async () => {
    const [first, second] = [await upstreamWith('hang'), await upstreamWith('ok')];
    const { client, metric } = await clientOf(first, { ...impatient, OPENAI_FALLBACK_BASE_URL: second.url });
    expect(await section(client)).toMatchObject({ end: 'done', text: textOf('ok') });
    expect(await metric('llm_fallbacks_total')).toBe(1);
    first.mode = 'reset?after=3';
    expect((await section(client)).end).toBe('llm.truncated');
    expect(await metric('llm_fallbacks_total')).toBe(1);
  });

  it('falls back instead of waiting for a long Retry-After', async () => {
    const [first, second] = [await upstreamWith('429?retry-after=30'), await upstreamWith('ok')];
    const { client } = await clientOf(first, { OPENAI_FALLBACK_BASE_URL: second.url });
    const outcomes = [await section(client), await section(client)];
    expect(count(outcomes)).toEqual({ done: 2 });
    expect([first.stats.started, second.stats.started]).toEqual([1, 2]);
  });

  it('ends a section at its deadline while text still arrives', async () => {
    const upstream = await upstreamWith('ok?tokens=1000&delay=20');
    const { client } = await clientOf(upstream, { LLM_SECTION_TIMEOUT_MS: '500' });
    const { end, ms, text } = await section(client);
    expect([end, text.length > 20]).toEqual(['llm.timeout', true]);
    expect(ms).toBeGreaterThan(490);
    expect(await openAtLast(upstream)).toBe(0);
  });

  it('excludes the wait for a slot from the first-token deadline', async () => {
    const upstream = await upstreamWith('ok?first=150');
    const { client } = await clientOf(upstream, { ...impatient, OPENAI_MAX_CONCURRENCY: '1' });
    const outcomes = await sections(client, 5);
    expect(count(outcomes)).toEqual({ done: 5 });
    expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeGreaterThan(600);
    expect(upstream.stats.peak).toBe(1);
  });
});

describe('silence in the middle of a stream', () => {
  it.each(['stall?after=5', 'comments?after=5&every=20'])(
    '%s: ends at the inter-token deadline, keeps its text and does not affect others',
    async (mode) => {
      const stuck = mode;
      const upstream = await upstreamWith(({ index }) => (index === 0 ? stuck : 'ok?tokens=40&delay=25'));
      const { client } = await clientOf(upstream, { LLM_INTER_TOKEN_TIMEOUT_MS: '400' });
      const [first, ...others] = await sections(client, 3);
      expect(first).toMatchObject({ end: 'llm.timeout', text: textOf('ok?tokens=5') });
      expect(first?.ms).toBeGreaterThan(390);
      expect(count(others)).toEqual({ done: 2 });
      expect(await openAtLast(upstream)).toBe(0);
    },
  );
});

describe('a broken stream', () => {
  it.each(['reset?after=4', 'clean-end?after=4', 'error-object?after=4'])(
    '%s: no section of 100 completes, each text is kept once',
    async (mode) => {
      const upstream = await upstreamWith(mode);
      const { client } = await clientOf(upstream);
      const outcomes = await sections(client, 100);
      expect(count(outcomes)).toEqual({ 'llm.truncated': 100 });
      expect(new Set(outcomes.map(({ text }) => text))).toEqual(new Set([textOf('ok?tokens=4')]));
      expect(upstream.stats.started).toBe(100);
      expect(await openAtLast(upstream)).toBe(0);
    },
  );

  it('completes when only [DONE] is missing', async () => {
    const { client } = await clientOf(await upstreamWith('no-done'));
    expect(await section(client)).toMatchObject({ end: 'done', text: textOf('ok') });
  });

  it('completes when the server never ends the response', async () => {
    const upstream = await upstreamWith('stall?after=12');
    const { client } = await clientOf(upstream, { LLM_INTER_TOKEN_TIMEOUT_MS: '300' });
    expect((await section(client)).end).toBe('llm.timeout');
    upstream.mode = 'ok?hold';
    expect(await section(client)).toMatchObject({ end: 'done', text: textOf('ok') });
    expect(await openAtLast(upstream)).toBe(0);
  });
});

describe('responses that are not completions', () => {
  it.each([
    ['html', 'llm.invalid_response'],
    ['redirect', 'llm.invalid_response'],
    ['empty-choices?only', 'llm.empty'],
    ['garbage?count=4', 'llm.invalid_response'],
    ['error-object', 'llm.unavailable'],
    ['error-object?code=rate_limit_exceeded', 'llm.rate_limited'],
    ['error-object?code=invalid_api_key', 'llm.unauthorized'],
    ['401', 'llm.unauthorized'],
    ['403', 'llm.unauthorized'],
    ['404', 'llm.rejected'],
    ['422', 'llm.rejected'],
    ['503', 'llm.unavailable'],
  ])('%s is %s', async (mode, code) => {
    const upstream = await upstreamWith(mode);
    const { client } = await clientOf(upstream);
    expect(await section(client)).toMatchObject({ end: code, text: '' });
    expect(await openAtLast(upstream)).toBe(0);
  });

  it.each([
    'garbage?count=3&after=2',
    'long-line?after=2',
    'split?bytes=1',
    'split?bytes=3&crlf',
    'ok?crlf&tight',
    'empty-choices',
  ])('%s: the text is whole', async (mode) => {
    const upstream = await upstreamWith(mode);
    const { client } = await clientOf(upstream);
    expect(await section(client)).toMatchObject({ end: 'done', text: textOf(mode) });
  });

  it('counts malformed chunks', async () => {
    const { client, metric } = await clientOf(await upstreamWith('garbage?count=3'));
    await section(client);
    expect(await metric('llm_bad_chunks_total')).toBe(3);
  });

  it('keeps the response, the prompt and the key out of errors', async () => {
    const upstream = await upstreamWith('400');
    const { client } = await clientOf(upstream, { OPENAI_API_KEY: 'sk-planted' });
    const error: unknown = await new Promise((resolve) =>
      client.stream(prompt('planted dream')).subscribe({ error: resolve }),
    );
    expect(error).toBeInstanceOf(LlmError);
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toMatch(/planted|scriptable upstream/);
    expect(upstream.stats.requests[0]?.authorization).toBe('Bearer sk-planted');
  });
});
