import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { fuzzedRequest, randomNumbers } from './fuzz.js';
import { newDream, post, rawConnection, rawPost, readDream, textsOf, times } from './client.js';
import { type Row, type Seen, all, same } from './row.js';
import type { ReadingContext } from './upstream.rows.js';

const REQUESTS = 18_000;
const AT_ONCE = 8;
/** Period of the delay monitor, which is included in the reported delay. */
const MONITOR_MS = 10;
/** Timeout of one request in the fuzz run; longer readings are aborted. */
const FUZZ_TIMEOUT_MS = 20_000;

export const INPUT_VARIABLES = { CACHE_TTL_SECONDS: '0', LOG_LEVEL: 'error' };

const samples = async (url: string) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return { value, series: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length };
};

async function fuzz({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=3';
  const random = randomNumbers(1);
  const statuses = new Map<number, number>();
  const send = async () => {
    const { path, ...init } = fuzzedRequest(random);
    const status = await fetch(`${api.url}${path}`, { ...init, signal: AbortSignal.timeout(FUZZ_TIMEOUT_MS) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  // Warm up, so that the measurement excludes compilation and loading of tables.
  for (let at = 0; at < 300; at++) await send();
  await samples(api.url);
  statuses.clear();
  let left = REQUESTS;
  const worker = async () => {
    while (left-- > 0) await send();
  };
  await Promise.all(times(AT_ONCE, worker));
  const { value } = await samples(api.url);
  const p99 = value('nodejs_eventloop_lag_p99_seconds') * 1_000 - MONITOR_MS;
  const worst = value('nodejs_eventloop_lag_max_seconds') * 1_000 - MONITOR_MS;
  const failed = [500, 0].map((status) => statuses.get(status) ?? 0);
  return all({
    'p99 loop delay': [`${p99.toFixed(1)} ms`, p99 <= 50],
    longest: [`${worst.toFixed(0)} ms`, true],
    '500 and unanswered': [failed, failed.join() === '0,0'],
    alive: [api.isRunning, api.isRunning],
  });
}

async function bodies({ api }: ReadingContext): Promise<Seen> {
  const send = async (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) => {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: Buffer.from(body),
    };
    return (await fetch(`${api.url}/v1/readings/dream`, init)).status;
  };
  const seen = [
    await send(`{"dream":"${'x'.repeat(600_000)}"}`),
    await send(gzipSync('0'.repeat(50_000_000)), { 'Content-Encoding': 'gzip' }),
    await send('['.repeat(10_000)),
    await send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    await send('dream=snake', { 'Content-Type': 'application/x-www-form-urlencoded' }),
  ];
  return same(seen, [413, 413, 400, 400, 415]);
}

async function boundedLabels({ api }: ReadingContext): Promise<Seen> {
  await fetch(`${api.url}/never`);
  // The first scrape adds the series of its own route.
  await samples(api.url);
  const { series } = await samples(api.url);
  for (let round = 0; round < 20; round++)
    await Promise.all(times(50, async (at) => (await fetch(`${api.url}/${round}/${at}`)).arrayBuffer()));
  const added = (await samples(api.url)).series - series;
  return same(added, 0, 'series added');
}

async function http10({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=20&delay=20';
  const socket = rawConnection(api.url, rawPost('/v1/readings/dream', JSON.stringify(newDream()), [], '1.0'));
  const pieces = new Set<number>();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  while (!socket.closed && pieces.size < 5) {
    pieces.add(socket.received.length);
    await delay(50);
  }
  await closed;
  const { received } = socket;
  return all({
    chunked: [/transfer-encoding/i.test(received), !/transfer-encoding/i.test(received)],
    streamed: [pieces.size, pieces.size >= 3],
    'closed after done': [received.includes('event: done'), received.includes('event: done')],
  });
}

async function expectContinue({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=3';
  const [head, body] = rawPost('/v1/readings/dream', JSON.stringify(newDream()), [
    'Expect: 100-continue',
    'Connection: close',
  ]).split(/(?<=\r\n\r\n)/) as [string, string];
  const socket = rawConnection(api.url, head);
  await delay(300);
  const interim = socket.received.split('\r\n')[0];
  socket.write(body);
  await new Promise((resolve) => socket.once('close', resolve));
  const lines = socket.received.split('\r\n').filter((line) => line.startsWith('HTTP/1.1'));
  return same([interim, lines.at(-1)], ['HTTP/1.1 100 Continue', 'HTTP/1.1 200 OK']);
}

async function leadingSpaces({ api, upstream }: ReadingContext): Promise<Seen> {
  const text = 'La frase  due spazi\n\tnuova riga.';
  upstream.mode = `ok?text=${encodeURIComponent(text)}`;
  const read = await readDream(api.url);
  const raw = await (
    await post(`${api.url}/ask-stream`, { birthDate: '1990-05-15', prompt: 'Why?', locale: 'en' })
  ).text();
  const trimmed = raw
    .split('\n')
    .filter((line) => line.startsWith('data:') && !line.includes('[DONE]') && !line.includes('||'))
    .map((line) => line.slice('data:'.length).trim())
    .filter((line) => line !== '');
  const joined = Object.values(textsOf(read))[0];
  return all({
    'JSON deltas': [joined, joined === text],
    'raw lines, trimmed': [trimmed.join(' '), /La frase +due spazi +nuova riga/.test(trimmed.join(' '))],
  });
}

export const inputRows: readonly Row<ReadingContext>[] = [
  {
    id: 'C5',
    fault: 'body too large, inflate bomb, deep JSON, invalid UTF-8, wrong type',
    expected: '413, 413, 400, 400, 415',
    run: bodies,
  },
  {
    id: 'H2',
    fault: 'body with a byte order mark',
    expected: '200',
    run: async ({ api, upstream }) => {
      upstream.mode = 'ok?tokens=3';
      const body = `\uFEFF${JSON.stringify(newDream())}`;
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
      return same((await fetch(`${api.url}/v1/readings/dream`, init)).status, 200);
    },
  },
  { id: 'H4', fault: 'tokens with leading spaces', expected: 'kept for readers that trim lines', run: leadingSpaces },
  { id: 'H7', fault: 'HTTP/1.0', expected: 'unchunked, as it comes, closed at the end', run: http10 },
  { id: 'H7', fault: 'Expect: 100-continue', expected: '100, then 200', run: expectContinue },
  { id: 'S8', fault: '1 000 random paths', expected: '0 series added', run: boundedLabels },
  {
    id: 'C9',
    fault: `${REQUESTS} fuzzed requests`,
    expected: 'p99 loop delay ≤ 50 ms, no 500',
    run: fuzz,
  },
];
