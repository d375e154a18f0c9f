import { concurrently } from '../measure/concurrently.js';
import { median, quantile } from '../measure/median.js';
import { printTable } from '../measure/print-table.js';
import { residentMib } from '../measure/resident-mib.js';
import { RealServer } from '../measure/real-server.js';

const QUERIES = 200;
const AT_ONCE = 8;
const WORDS = ['snake', 'river', 'bridge', 'teeth', 'mother', 'fire', 'house', 'sea', 'tiger', 'letter', 'stairs'];
/** Makes distinct questions, because vectors are cached by question. */
const query = (number: number, run: string) =>
  `${WORDS[number % 11]} and ${WORDS[(number * 7) % 11]} in dream ${number} ${run}`;

/** Measures `RAG_EXECUTOR_WORKERS` and `RAG_CPU_THREADS` with the real model and tables and eight searching clients. */
export async function embeddingWorkers(dataDir: string): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [workers, threads] of ['1×1', '1×2', '2×1', '2×2', '4×4'].map(
    (one) => one.split('×') as [string, string],
  )) {
    const server = await RealServer.start({
      RAG_EXECUTOR_WORKERS: workers,
      RAG_CPU_THREADS: threads,
      DATA_DIR: dataDir,
    });
    const { url } = server;
    const search = async (number: number, run: string) => {
      const sentAt = performance.now();
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ query: query(number, run), locale: 'en' });
      const response = await fetch(`${url}/v1/retrieve`, { method: 'POST', headers, body });
      const { retrievers } = (await response.json()) as { retrievers: Record<string, { status: string }> };
      const late = Object.values(retrievers).some(({ status }) => status === 'timeout' || status === 'error');
      return { ms: performance.now() - sentAt, late };
    };
    await concurrently(AT_ONCE * 4, AT_ONCE, (number) => search(number, 'warm'));
    const { items, ms } = await concurrently(QUERIES, AT_ONCE, (number) => search(number, 'counted'));
    const times = items.map((item) => item.ms);
    rows.push([
      `${workers} × ${threads}`,
      QUERIES / (ms / 1_000),
      median(times),
      quantile(times, 0.95),
      String(items.filter(({ late }) => late).length),
      await residentMib(url),
    ]);
    await server.stop();
  }
  console.log(`\n${QUERIES} distinct searches, ${AT_ONCE} concurrent, real model and tables\n`);
  printTable(['workers × threads', 'searches/s', 'p50, ms', 'p95, ms', 'late', 'resident, MiB'], rows);
}
