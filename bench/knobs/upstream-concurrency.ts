import { UpstreamProcess } from '../../test/harness/index.js';
import { ServerProcess } from '../../test/harness/server-process.js';
import { concurrently } from '../measure/concurrently.js';
import { median, quantile } from '../measure/median.js';
import { printTable } from '../measure/print-table.js';
import { readDream } from '../measure/read-dream.js';

/** Concurrent streams that the provider accepts; further requests get 429. */
const QUOTA = 4;
const READINGS = 40;
const AT_ONCE = 8;

/**
 * Measures `OPENAI_MAX_CONCURRENCY` with a provider limit of four streams, eight clients and three sections per
 * reading.
 */
export async function upstreamConcurrency(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const limit of [64, 8, QUOTA, 2]) {
    const upstream = await UpstreamProcess.start(['--mode', `single?streams=${QUOTA}&tokens=30&first=150&delay=10`]);
    const server = await ServerProcess.start({
      AUTH: 'off',
      CACHE_TTL_SECONDS: '0',
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'bench',
      OPENAI_MAX_CONCURRENCY: String(limit),
    });
    const { items, ms } = await concurrently(READINGS, AT_ONCE, (number) =>
      readDream(server.url, `A snake, ${number}.`),
    );
    const { rejected, started } = await upstream.counts();
    const whole = items.filter(({ status }) => status === 'ok');
    rows.push([
      String(limit),
      `${whole.length} of ${READINGS}`,
      `${rejected} of ${started}`,
      median(whole.map(({ firstTextMs }) => firstTextMs)),
      quantile(
        whole.map(({ totalMs }) => totalMs),
        0.95,
      ),
      whole.length / (ms / 1_000),
    ]);
    await server.kill();
    await upstream.stop();
  }
  console.log(
    `\nA provider limit of ${QUOTA} concurrent streams; ${AT_ONCE} concurrent clients, three sections each\n`,
  );
  printTable(
    ['OPENAI_MAX_CONCURRENCY', 'whole', '429s of requests', 'first text p50, ms', 'total p95, ms', 'whole/s'],
    rows,
  );
}
