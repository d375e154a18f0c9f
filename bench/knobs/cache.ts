import { sample } from '../../test/harness/idle-streams.js';
import { UpstreamProcess } from '../../test/harness/index.js';
import { concurrently } from '../measure/concurrently.js';
import { median } from '../measure/median.js';
import { printTable } from '../measure/print-table.js';
import { readDream } from '../measure/read-dream.js';
import { RealServer } from '../measure/real-server.js';

const READINGS = 40;
const AT_ONCE = 4;
/** Three of four readings repeat an earlier question. */
const DIFFERENT = READINGS / 4;

/** Measures `CACHE_TTL_SECONDS` when three of four readings repeat an earlier question. */
export async function cache(dataDir: string): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const seconds of ['0', '86400']) {
    const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=40&first=300&delay=10']);
    const server = await RealServer.start({
      DATA_DIR: dataDir,
      CACHE_TTL_SECONDS: seconds,
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'bench',
    });
    await readDream(server.url, 'warm');
    await upstream.reset();
    const cpuBefore = await sample(server.url, 'process_cpu_seconds_total');
    const ask = (number: number) => readDream(server.url, `A snake, ${number % DIFFERENT}.`);
    const { items } = await concurrently(READINGS, AT_ONCE, ask);
    const cpu = (await sample(server.url, 'process_cpu_seconds_total')) - cpuBefore;
    rows.push([
      seconds,
      String((await upstream.counts()).started),
      median(items.map(({ firstTextMs }) => firstTextMs)),
      median(items.map(({ totalMs }) => totalMs)),
      (cpu * 1_000) / READINGS,
    ]);
    await server.stop();
    await upstream.stop();
  }
  console.log(`\n${READINGS} readings, ${DIFFERENT} of them different, three sections each; medians\n`);
  printTable(['CACHE_TTL_SECONDS', 'model requests', 'first text, ms', 'total, ms', 'CPU a reading, ms'], rows);
}
