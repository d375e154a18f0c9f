import { RETRIEVERS } from '@app/rag';
import { FakeRetriever, fakeRetrievers } from '@app/rag/testing';
import { UpstreamProcess } from '../../test/harness/index.js';
import { startServer } from '../../test/harness/start-server.js';
import { median } from '../measure/median.js';
import { printTable } from '../measure/print-table.js';
import { type Reading, readDream } from '../measure/read-dream.js';

const SLOW_MS = 5_000;
const READINGS = 5;

/** Measures `RETRIEVER_TIMEOUT_MS` with a graph retriever that takes five seconds; the others take 10 ms. */
export async function slowRetriever(): Promise<void> {
  const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=30&first=150&delay=10']);
  const rows: (string | number)[][] = [];
  const retrievers = (slowMs: number) =>
    fakeRetrievers().map(({ kind }) => new FakeRetriever(kind, [], kind === 'graph' ? slowMs : 10));
  for (const [limitMs, slowMs] of [
    [800, 10],
    [200, SLOW_MS],
    [800, SLOW_MS],
    [3_000, SLOW_MS],
  ] as const) {
    const server = await startServer(
      {
        AUTH: 'off',
        CACHE_TTL_SECONDS: '0',
        LOG_LEVEL: 'error',
        OPENAI_BASE_URL: upstream.url,
        OPENAI_API_KEY: 'bench',
        RETRIEVER_TIMEOUT_MS: String(limitMs),
      },
      [{ token: RETRIEVERS, value: retrievers(slowMs) }],
    );
    await readDream(server.url, 'warm');
    const readings: Reading[] = [];
    for (let number = 0; number < READINGS; number++) readings.push(await readDream(server.url, `A snake, ${number}.`));
    const whole = readings.filter(({ status }) => status === 'ok').length;
    const of = (field: 'firstTextMs' | 'totalMs') => median(readings.map((reading) => reading[field]));
    rows.push([`${limitMs}, graph takes ${slowMs}`, `${whole} of ${READINGS}`, of('firstTextMs'), of('totalMs')]);
    await server.close();
  }
  await upstream.stop();
  console.log(`\nA slow retriever; medians of ${READINGS} sequential readings\n`);
  printTable(['RETRIEVER_TIMEOUT_MS', 'whole', 'first text, ms', 'total, ms'], rows);
}
