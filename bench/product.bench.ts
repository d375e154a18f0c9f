import { LOCALES } from '@app/text';
import { sample } from '../test/harness/idle-streams.js';
import { UpstreamProcess } from '../test/harness/index.js';
import { benchOptions } from './measure/bench-options.js';
import { concurrently } from './measure/concurrently.js';
import { median, quantile } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { readDream } from './measure/read-dream.js';
import { RealServer } from './measure/real-server.js';
import { questions } from './retrieval/questions.js';

const values = benchOptions('product', { readings: '400', concurrent: '16', rounds: '3', data: './data' });
const [count, concurrent, rounds] = [Number(values.readings), Number(values.concurrent), Number(values.rounds)];

const TOKENS = 40;

// The whole product with a model: safety, real retrieval with the embedder, prompts, and three sections of text.
const upstream = await UpstreamProcess.start(['--mode', `ok?tokens=${TOKENS}`]);
const server = await RealServer.start({
  DATA_DIR: values.data,
  OPENAI_BASE_URL: upstream.url,
  OPENAI_API_KEY: 'bench',
  OPENAI_MAX_CONCURRENCY: '256',
  CACHE_TTL_SECONDS: '0',
});
const cpuSeconds = () => sample(server.url, 'process_cpu_seconds_total');

let asked = 0;
const rows: (string | number)[][] = [];
for (const locale of LOCALES) {
  const dreams = await questions(count, locale);
  // Numbered, so that no question equals one of an earlier round.
  const read = (at: number) => readDream(server.url, `${dreams[at % dreams.length]} ${++asked}`, locale);
  const cpuMs: number[] = [];
  const firstTextMs: number[] = [];
  let incomplete = 0;
  // The first round is a warm-up.
  for (let round = 0; round <= rounds; round++) {
    const before = await cpuSeconds();
    const { items } = await concurrently(count, concurrent, read);
    if (round === 0) continue;
    cpuMs.push((((await cpuSeconds()) - before) / count) * 1_000);
    firstTextMs.push(...items.map((item) => item.firstTextMs));
    incomplete += items.filter(({ status }) => status !== 'ok').length;
  }
  rows.push([locale, median(cpuMs).toFixed(2), median(firstTextMs), quantile(firstTextMs, 0.95), String(incomplete)]);
}
console.log(`\n${concurrent} readings at once, 3 × ${TOKENS} tokens, real retrieval, medians of ${rounds} rounds\n`);
printTable(['', 'CPU ms a reading', 'first text p50, ms', 'p95', 'incomplete'], rows);
await server.stop();
await upstream.stop();
process.exit(0);
