import { printTable } from '../../bench/measure/print-table.js';
import { admitted, idsOfOneKey, ingestTwice, restartRedis } from './checks.js';
import { Fleet, LOAD_KEY, REQUESTS_PER_MINUTE } from './fleet.js';
import { type ReadingOutcome, run } from './load.js';

// Runs a fleet under load, breaks parts of it, and prints expected and actual results: `npm run test:fleet`.
const READINGS = 200;
const CLIENTS = 12;
/** Readings that have begun when each fault is injected, if the fault before has been repaired by then. */
const AT = { kill: 25, drain: 70, redis: 115, ingest: 145 } as const;
const REQUESTS = 16;
const MAX_SEEN_MS = 10_000;

interface Row {
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
  readonly ok: boolean;
}

const rows: Row[] = [];
const row = (what: string, expected: string | number, seen: string | number, ok = `${expected}` === `${seen}`) =>
  rows.push({ what, expected: `${expected}`, seen: `${seen}`, ok });
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** Resolves when as many readings have begun. */
class Progress {
  #begun = 0;
  readonly #waiting = new Map<() => void, number>();

  readonly begin = (begun: number): void => {
    this.#begun = begun;
    for (const [resolve, from] of this.#waiting) if (begun >= from) resolve();
  };

  reached(from: number): Promise<void> {
    if (this.#begun >= from) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(resolve, from));
  }
}

async function breakParts(fleet: Fleet, progress: Progress): Promise<void> {
  const [a, b] = fleet.replicas;
  await progress.reached(AT.kill);
  await a.end('SIGKILL');
  row('replica a killed (SIGKILL) and started again: ready', 'again', `after ${seconds(await a.start())}`, true);
  await progress.reached(AT.drain);
  const { code, ms } = await b.end('SIGTERM');
  row('replica b drained (SIGTERM): exit code', 0, `${code ?? 'none'}`);
  row('replica b drained: time until its exit', 'below 18.0 s', seconds(ms), ms < 18_000);
  row('replica b started again: ready', 'again', `after ${seconds(await b.start())}`, true);
  await progress.reached(AT.redis);
  row(
    'Redis killed and started again, empty: used by both',
    'again',
    `after ${seconds(await restartRedis(fleet))}`,
    true,
  );
  await progress.reached(AT.ingest);
  const { codes, seenMs } = await ingestTwice(fleet);
  row('two ingestions on the bucket: exit codes', '0, 4', codes.join(', '));
  const slowest = Math.max(...seenMs);
  row('new collection found by both', `within ${seconds(MAX_SEEN_MS)}`, seconds(slowest), slowest <= MAX_SEEN_MS);
}

function report(fleet: Fleet, outcomes: readonly ReadingOutcome[], whole: ReadingOutcome): void {
  const sum = (of: (outcome: ReadingOutcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const texts = (outcome: ReadingOutcome) =>
    JSON.stringify(Object.entries(outcome.charactersBySection).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  row('readings that ended ok', READINGS, outcomes.filter(({ status }) => status === 'ok').length);
  row(
    'events lost by clients that resume',
    0,
    sum(({ lostEvents }) => lostEvents),
  );
  row(
    'readings with every character of every section',
    READINGS,
    outcomes.filter((one) => texts(one) === texts(whole)).length,
  );
  const times = outcomes.map(({ ms }) => ms).toSorted((x, y) => x - y);
  const percentile = (share: number) => seconds(times[Math.floor(share * (times.length - 1))] ?? 0);
  row(
    'readings begun again by their clients',
    '',
    sum(({ restarts }) => restarts),
    true,
  );
  row(
    'requests without an answer, repeated',
    '',
    sum(({ repeats }) => repeats),
    true,
  );
  row('time of a reading: p50, p95, slowest', '', [0.5, 0.95, 1].map(percentile).join(', '), true);
  const memory = [...fleet.replicas, fleet.modelServer].map((one) => `${one.name} ${one.residentMb()} MB`);
  row('resident memory at the end', '', memory.join(', '), true);
  for (const { status } of outcomes.filter((one) => one.status !== 'ok')) console.log(`not ok: ${status}`);
}

const startedAt = performance.now();
const fleet = await Fleet.start();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void fleet.stop().finally(() => process.exit(1)));
try {
  console.log(
    `fleet ready after ${seconds(performance.now() - startedAt)}, bucket ${(fleet.store.bytes / 1e6).toFixed(1)} MB`,
  );
  row('requests admitted by both replicas together', REQUESTS_PER_MINUTE, await admitted(fleet, REQUESTS));
  const ids = await idsOfOneKey(fleet);
  row('one Idempotency-Key at both replicas: readings', 1, ids[0] === null ? 'none' : new Set(ids).size);
  const load = { url: fleet.nginx.url, key: LOAD_KEY };
  const [whole] = await run({ ...load, readings: 1, clients: 1, onBegin: () => undefined });
  const progress = new Progress();
  const [outcomes] = await Promise.all([
    run({ ...load, readings: READINGS, clients: CLIENTS, onBegin: progress.begin }),
    breakParts(fleet, progress).catch((error: unknown) => row('faults injected', 'all', String(error), false)),
  ]);
  report(fleet, outcomes, whole!);
} finally {
  await fleet.stop();
}
printTable(
  ['', 'what', 'expected', 'seen'],
  rows.map(({ ok, what, expected, seen }) => [ok ? 'ok' : 'FAIL', what, expected, seen]),
);
const failed = rows.filter(({ ok }) => !ok).length;
console.log(`${rows.length} rows, ${failed} not as expected, ${seconds(performance.now() - startedAt)}`);
process.exit(failed === 0 ? 0 : 1);
