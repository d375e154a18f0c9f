import { setTimeout as delay } from 'node:timers/promises';
import type { ScriptableUpstream } from '../harness/index.js';
import { waitUntil } from '../harness/wait-until.js';
import type { ApiProcess } from './api-process.js';
import {
  type Read,
  completionCalls,
  newDream,
  percentile,
  readDream,
  rawConnection,
  rawPost,
  textsOf,
  times,
} from './client.js';
import { type Row, type Seen, all, same } from './row.js';

export interface ReadingContext {
  readonly api: ApiProcess;
  readonly upstream: ScriptableUpstream;
}

/** Short deadlines for the server of these rows. */
export const UPSTREAM_VARIABLES = {
  CACHE_TTL_SECONDS: '0',
  LLM_FIRST_TOKEN_TIMEOUT_MS: '1500',
  LLM_INTER_TOKEN_TIMEOUT_MS: '1500',
};

const SECTIONS = 3;
const statuses = (reads: readonly Read[]) => [...new Set(reads.map(({ status }) => status))].toSorted();
const codes = (read: Read) => [
  ...new Set(
    read.events.flatMap(({ event, data }) => (event === 'section' && data.status === 'failed' ? [data.code] : [])),
  ),
];

/** Waits until readings succeed again after a row that opened the circuit breaker. @returns the time in ms */
async function recovered({ api, upstream }: ReadingContext): Promise<number> {
  upstream.mode = 'ok?tokens=5';
  const startedAt = performance.now();
  await waitUntil(async () => (await readDream(api.url)).status === 'ok', 60_000);
  return performance.now() - startedAt;
}

async function one(context: ReadingContext, mode: string): Promise<Read & { readonly leaked: number }> {
  context.upstream.mode = mode;
  const read = await readDream(context.api.url);
  await delay(1_000);
  return { ...read, leaked: context.upstream.stats.open };
}

/** Row for a reading in which all sections fail with one code. */
const ends = (id: string, mode: string, code: string, fault = mode): Row<ReadingContext> => ({
  id,
  fault: `upstream: ${fault}`,
  expected: `${code}, never ok, leak gauge 0`,
  run: async (context) => {
    const read = await one(context, mode);
    await recovered(context);
    return all({
      status: [read.status, read.status === 'failed'],
      codes: [codes(read), codes(read).includes(code)],
      leaked: [read.leaked, read.leaked === 0],
    });
  },
});

/** Row for a reading that succeeds despite the fault. */
const survives = (id: string, mode: string, fault = mode): Row<ReadingContext> => ({
  id,
  fault: `upstream: ${fault}`,
  expected: 'ok, whole text',
  run: async (context) => {
    const read = await one(context, mode);
    const texts = Object.values(textsOf(read));
    return all({ status: [read.status, read.status === 'ok'], sections: [texts.length, texts.length === SECTIONS] });
  },
});

async function manyRefusals(context: ReadingContext): Promise<Seen> {
  const { api, upstream } = context;
  upstream.mode = '500';
  upstream.reset();
  const first = await Promise.all(times(20, () => readDream(api.url)));
  const calls = completionCalls(upstream);
  const whileOpen = await Promise.all(times(20, () => readDream(api.url)));
  const closedMs = await recovered(context);
  const p95 = percentile(
    whileOpen.map(({ ms }) => ms),
    0.95,
  );
  return all({
    statuses: [statuses([...first, ...whileOpen]), statuses([...first, ...whileOpen]).join() === 'failed'],
    calls: [`${calls} for ${20 * SECTIONS} sections`, calls <= 20 * SECTIONS * 1.25],
    'while open p95': [`${p95.toFixed(0)} ms`, p95 < 1_000],
    closed: [`${closedMs.toFixed(0)} ms after recovery`, closedMs < 10_000],
  });
}

async function longRetryAfter({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.reset();
  upstream.mode = ({ index }) => (index < SECTIONS ? '429?retry-after=86400' : 'ok?tokens=5');
  const startedAt = performance.now();
  const first = readDream(api.url);
  await delay(1_000);
  const { writer } = await api.health();
  const next = await readDream(api.url);
  const ms = performance.now() - startedAt;
  await first;
  const paused = /^llm_pauses_total\{upstream="primary"\} (\d+)$/m.exec(await metricsOf(api))?.[1];
  return all({
    'next reading': [`${next.status} after ${(ms / 1_000).toFixed(1)} s`, next.status === 'ok' && ms < 33_000],
    health: [writer?.['status'], writer?.['status'] === 'degraded'],
    llm_pauses_total: [paused, Number(paused) > 0],
    log: [api.output.includes('Upstream paused'), api.output.includes('Upstream paused')],
  });
}

const metricsOf = async (api: ApiProcess) => (await fetch(`${api.url}/metrics`)).text();

async function disconnects({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=100&delay=10&first=20';
  for (let round = 0; round < 20; round++) {
    const connections = times(50, (at) => {
      const socket = rawConnection(api.url, rawPost('/v1/readings/dream', JSON.stringify(newDream())));
      return delay((at * 7) % 300).then(() => socket.destroy());
    });
    await Promise.all(connections);
  }
  await delay(1_000);
  const open = upstream.stats.open;
  const metrics = await metricsOf(api);
  const value = (name: string) => new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1];
  return all({
    'leak gauge after 1 s': [open, open === 0],
    orphans: [value('llm_orphaned_upstreams'), value('llm_orphaned_upstreams') === '0'],
    streams: [value('http_streams_active'), value('http_streams_active') === '0'],
  });
}

async function hostileText(context: ReadingContext): Promise<Seen> {
  const { status, events, bytes } = await one(context, 'ok?text=%1b[31mred%1b[0m %00%07plain %1b]0;title%07end');
  const text = events.flatMap(({ event, data }) => (event === 'delta' ? [data.content] : [])).join('');
  // oxlint-disable-next-line no-control-regex -- looks for control characters
  const dirty = /[\u0000-\u0008\u000b-\u001f\u007f]|\[31m|\\u00(?:0[0-8bcef]|1)/.test(text + bytes);
  return all({
    status: [status, status === 'ok'],
    controls: [dirty, !dirty],
    text: [text.length, text.includes('red')],
  });
}

async function endlessText(context: ReadingContext): Promise<Seen> {
  const read = await one(context, 'ok?tokens=20000');
  const characters = Object.values(textsOf(read)).map(({ length }) => length);
  await recovered(context);
  return all({
    'characters a section': [characters, characters.length > 0 && characters.every((count) => count < 50_000)],
    status: [read.status, read.status !== 'ok'],
    leaked: [read.leaked, read.leaked === 0],
  });
}

async function causeInLog({ api, upstream }: ReadingContext): Promise<Seen> {
  const printed = api.output.length;
  await upstream.stop();
  for (let at = 0; at < 3; at++) await readDream(api.url);
  await upstream.start();
  await recovered({ api, upstream });
  const lines = api.output
    .slice(printed)
    .split('\n')
    .filter((line) => line.includes('Upstream requests'));
  const failing = lines.filter((line) => line.includes('cause=connection, error=ECONNREFUSED')).length;
  return all({ 'lines with the cause': [failing, failing === 1], lines: [lines.length, lines.length <= 4] });
}

export const upstreamRows: readonly Row<ReadingContext>[] = [
  {
    id: 'U1',
    fault: 'upstream serves one stream at a time',
    expected: '6 of 6 readings ok',
    run: async ({ api, upstream }) => {
      upstream.mode = 'single?tokens=3';
      return same(statuses(await Promise.all(times(6, () => readDream(api.url)))), ['ok']);
    },
  },
  {
    id: 'U2',
    fault: 'upstream answers 500 to everything',
    expected: 'calls ≤ 1.25 × sections, fast failure while open, closes ≤ 10 s',
    run: manyRefusals,
  },
  ends('U3', 'refuse', 'llm.unavailable'),
  ends('U3', 'hang', 'llm.timeout'),
  ends('U3', 'hang-after-headers', 'llm.timeout'),
  ends('U4', 'stall?after=3', 'llm.truncated'),
  ends('U4', 'drip?every=100', 'llm.timeout'),
  ends('U5', 'reset?after=3', 'llm.truncated'),
  ends('U5', 'clean-end?after=3', 'llm.truncated'),
  ends('U6', 'html', 'llm.invalid_response'),
  ends('U6', 'garbage?count=5', 'llm.invalid_response', '5 invalid chunks'),
  survives('U6', 'garbage?count=1&after=2', '1 invalid chunk'),
  survives('U6', 'split?bytes=1', 'split at every byte'),
  survives('U6', 'long-line?after=2', 'line of 5 MB'),
  ends('U7', 'ok?text=%20', 'llm.empty', 'blank text'),
  {
    id: 'U8',
    fault: 'Retry-After: 86400',
    expected: 'next reading ≤ 30 s; health, log and metric show the pause',
    run: longRetryAfter,
  },
  { id: 'U9', fault: 'endless text', expected: 'bounded, not ok, leak gauge 0', run: endlessText },
  { id: 'U9', fault: 'terminal escapes and control characters', expected: 'stripped', run: hostileText },
  {
    id: 'L1',
    fault: 'upstream away for three readings',
    expected: 'its cause in the log once',
    run: causeInLog,
  },
  { id: 'C1', fault: '1 000 disconnects', expected: 'leak gauge 0 after 1 s, no stream left', run: disconnects },
];
