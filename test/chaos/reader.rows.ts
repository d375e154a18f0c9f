import { setTimeout as delay } from 'node:timers/promises';
import { waitUntil } from '../harness/wait-until.js';
import {
  completionCalls,
  newDream,
  percentile,
  postDream,
  rawConnection,
  rawPost,
  readDream,
  times,
} from './client.js';
import { type Row, type Seen, all, same } from './row.js';
import type { ReadingContext } from './upstream.rows.js';

export const READER_VARIABLES = {
  MAX_STREAMS: '28',
  MAX_STREAMS_PER_CLIENT: '14',
  READING_TIMEOUT_MS: '40000',
  SLOW_READER_TIMEOUT_MS: '3000',
  TRUSTED_PROXIES: '127.0.0.1',
  CACHE_TTL_SECONDS: '300',
  DRAIN_DELAY_MS: '0',
  DRAIN_TIMEOUT_MS: '1500',
};

const STUCK = 14;
const SETTLE_MS = 2_000;
const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
const metric = async ({ api }: Pick<ReadingContext, 'api'>, name: string) =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await (await fetch(`${api.url}/metrics`)).text())?.[1]);

async function firstTokens({ api }: Pick<ReadingContext, 'api'>): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let at = 0; at < 20; at++) {
    const { status, firstTextMs } = await readDream(api.url, newDream(), from('198.51.100.7'));
    if (status === 'ok') waits.push(firstTextMs);
  }
  return waits;
}

/**
 * Options of the upstream in its own process: the stuck clients' answers do not end, with 20 tokens a second in each
 * section; the other clients' answers are short.
 */
export const STUCK_UPSTREAM = ['--mode', 'ok?tokens=5&first=50', '--word', 'dragon:ok?tokens=60000&delay=50'];

async function stuckSockets(context: Pick<ReadingContext, 'api'>): Promise<Seen> {
  const { api } = context;
  await firstTokens(context);
  const before = await firstTokens(context);
  const sockets = times(STUCK + 6, () => {
    const head = ['X-Forwarded-For: 203.0.113.1'];
    const socket = rawConnection(api.url, rawPost('/v1/readings/dream', JSON.stringify(newDream('dragon')), head));
    return socket.pause();
  });
  await waitUntil(async () => (await metric(context, 'http_streams_active')) === STUCK, 20_000);
  // Starting them all at once takes half a second of CPU time; the ratio is about what follows.
  const { firstTextMs: whileStarting } = await readDream(api.url, newDream(), from('198.51.100.7'));
  await delay(SETTLE_MS);
  const during = await firstTokens(context);
  const ratio = percentile(during, 0.95) / percentile(before, 0.95);
  await waitUntil(async () => (await metric(context, 'http_streams_active')) === 0, 60_000).catch(() => {});
  const left = await metric(context, 'http_streams_active');
  for (const socket of sockets) socket.destroy();
  return all({
    'others ok': [`${during.length} of 20`, during.length === 20],
    'p95 first token ratio': [ratio.toFixed(2), ratio <= 1.2],
    'first token while they start': [`${whileStarting.toFixed(0)} ms`, true],
    'streams left': [left, left === 0],
  });
}

/**
 * A client that reads nothing requests more responses than the sockets can buffer, so that bytes wait in the server.
 */
async function unreadBacklog(context: ReadingContext): Promise<Seen> {
  const { api, upstream } = context;
  upstream.mode = 'ok?tokens=5';
  const drops = () => metric(context, 'http_stream_slow_drops_total');
  const before = await drops();
  const request = 'GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
  const socket = rawConnection(api.url, '').pause();
  socket.write(request.repeat(90));
  const startedAt = performance.now();
  const others = await Promise.all(times(10, () => readDream(api.url, newDream(), from('198.51.100.7'))));
  await waitUntil(async () => (await drops()) > before, 30_000).catch(() => {});
  const seconds = (performance.now() - startedAt) / 1_000;
  const dropped = (await drops()) - before;
  socket.destroy();
  const ok = others.filter(({ status }) => status === 'ok').length;
  return all({
    'others ok': [`${ok} of 10`, ok === 10],
    dropped: [`${dropped} after ${seconds.toFixed(1)} s`, dropped === 1],
  });
}

async function pipelined(context: ReadingContext): Promise<Seen> {
  const { api, upstream } = context;
  upstream.mode = 'stall?after=1';
  const requests = times(20, () =>
    rawPost('/v1/readings/dream', JSON.stringify(newDream()), ['X-Forwarded-For: 203.0.113.2']),
  );
  const socket = rawConnection(api.url, requests.join(''));
  await waitUntil(() => upstream.stats.open >= STUCK * 3, 20_000).catch(() => {});
  const held = await metric(context, 'http_streams_active');
  socket.destroy();
  await waitUntil(async () => (await metric(context, 'http_streams_active')) === 0, 5_000).catch(() => {});
  await delay(1_000);
  const left = await metric(context, 'http_streams_active');
  return all({
    'held of 20': [held, held === STUCK],
    'left after the connection closed': [left, left === 0],
    leaked: [upstream.stats.open, upstream.stats.open === 0],
  });
}

async function sharedReading({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=20&delay=100';
  upstream.reset();
  const dream = newDream();
  const [first, second] = await Promise.all([postDream(api.url, dream), postDream(api.url, dream)]);
  const ids = [first, second].map(({ headers }) => headers.get('x-reading-id'));
  await delay(500);
  const stopped = await fetch(`${api.url}/v1/readings/${ids[0]}`, { method: 'DELETE' });
  const [one, other] = await Promise.all([first.text(), second.text()]);
  const status = (bytes: string) => /"done":true,"status":"(\w+)"/.exec(bytes)?.[1];
  return all({
    'own ids': [ids, ids[0] !== ids[1]],
    DELETE: [stopped.status, stopped.status === 204],
    stopped: [status(one), status(one) === 'cancelled'],
    other: [status(other), status(other) === 'ok'],
    'upstream calls': [completionCalls(upstream), completionCalls(upstream) === 3],
  });
}

async function everyResume({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=40';
  const { bytes, events } = await readDream(api.url);
  const id = /"reading":"([^"]+)"/.exec(bytes)?.[1];
  const frames = bytes.split(/(?<=\n\n)/).filter((frame) => frame.includes('id: '));
  let wrong = 0;
  for (let seq = 1; seq < frames.length; seq++) {
    const rest = await (await fetch(`${api.url}/v1/readings/${id}/events?after=${seq}`)).text();
    if (rest !== frames.slice(seq).join('')) wrong++;
  }
  return all({ events: [events.length, events.length > 10], 'wrong suffixes': [wrong, wrong === 0] });
}

async function overload(context: ReadingContext): Promise<Seen> {
  const { api, upstream } = context;
  upstream.mode = 'ok?tokens=1000&delay=500';
  const leave = new AbortController();
  const open = await Promise.all(
    times(28, (at) => postDream(api.url, newDream(), { ...from(`198.51.100.${at}`), signal: leave.signal })),
  );
  const refused = await postDream(api.url, newDream(), from('192.0.2.1'));
  const helped = await readDream(api.url, { dream: 'I want to kill myself.', locale: 'en' }, from('192.0.2.1'));
  const before = await api.probe('ready');
  await waitUntil(async () => (await api.probe('ready')) === 503, 20_000).catch(() => {});
  const during = await api.probe('ready');
  leave.abort();
  await waitUntil(async () => (await api.probe('ready')) === 200, 10_000).catch(() => {});
  const after = await api.probe('ready');
  const busy = [refused.status, refused.headers.get('retry-after')];
  return all({
    opened: [open.length, open.every(({ status }) => status === 200)],
    'one more': [busy, busy[0] === 503 && busy[1] !== null],
    'help while full': [helped.status, helped.status === 'safety'],
    'ready at once, after 10 s, when free': [[before, during, after], `${before},${during},${after}` === '200,503,200'],
  });
}

async function termination({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=500&delay=50';
  const streams = await Promise.all(times(5, (at) => postDream(api.url, newDream(), from(`198.51.100.${at}`))));
  const texts = streams.map((stream) => stream.text());
  const document = postDream(api.url, newDream(), { headers: { Accept: 'application/json' } });
  await waitUntil(() => upstream.stats.open === 18, 10_000);
  api.signal('SIGTERM');
  await delay(300);
  const late = await postDream(api.url).then(({ status }) => status);
  const ready = await api.probe('ready');
  const ended = (await Promise.all(texts)).filter((text) => text.includes('"shutdown":true')).length;
  const answer = await document;
  const code = await api.exited;
  const json = [answer.status, answer.headers.get('retry-after')];
  return all({
    'new and ready': [[late, ready], late === 503 && ready === 503],
    'shutdown events': [ended, ended === 5],
    'waiting document': [json, json[0] === 503 && json[1] !== null],
    exit: [code, code === 0],
  });
}

export const stuckReaderRows: readonly Row<Pick<ReadingContext, 'api'>>[] = [
  {
    id: 'C7',
    fault: '20 sockets of one client stop reading',
    expected: '14 get a slot; others: p95 first token ≤ 1.2 ×; none left after the reading’s deadline',
    run: stuckSockets,
  },
];

export const readerRows: readonly Row<ReadingContext>[] = [
  {
    id: 'C3',
    fault: 'a client reads nothing of 90 pipelined answers',
    expected: 'others unaffected, dropped after SLOW_READER_TIMEOUT_MS (3 s)',
    run: unreadBacklog,
  },
  { id: 'C7', fault: '20 pipelined readings', expected: '14 slots, all free when it closes', run: pipelined },
  { id: 'C8', fault: 'one of two equal readings is stopped', expected: 'the other reads on', run: sharedReading },
  { id: 'C2', fault: 'reconnect at every event id', expected: 'exact suffix', run: everyResume },
  {
    id: 'D2',
    fault: '12 equal readings at once',
    expected: '3 upstream calls, 12 × ok',
    run: async ({ api, upstream }) => {
      upstream.mode = 'ok?tokens=10&first=300';
      upstream.reset();
      const dream = newDream();
      const reads = await Promise.all(times(12, () => readDream(api.url, dream)));
      return same([completionCalls(upstream), reads.filter(({ status }) => status === 'ok').length], [3, 12]);
    },
  },
  {
    id: 'C4',
    fault: 'every slot taken',
    expected: '503 + Retry-After at once, help answered, not ready after 10 s, ready when free',
    run: overload,
  },
  {
    id: 'C6',
    fault: 'SIGTERM with 5 streams and a waiting document',
    expected: 'shutdown events, document 503 + Retry-After, exit 0',
    run: termination,
  },
];
