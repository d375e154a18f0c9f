import 'reflect-metadata';
import { LLM_CLIENT, type LlmClient } from '@app/llm';
import { RETRIEVERS } from '@app/rag';
import { FakeRetriever, fakeRetrievers } from '@app/rag/testing';
import { UpstreamProcess } from '../test/harness/index.js';
import { startServer } from '../test/harness/start-server.js';
import { median } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { type StreamTimes, timedStream } from './measure/timed-stream.js';
import { type Edges, WAYS, serve } from './pipeline/baselines.js';
import { RETRIEVER_DELAYS_MS, UPSTREAM_MODE } from './pipeline/delays.js';

const ROUNDS = 9;

const passage = {
  id: 'bench:1',
  title: 'Snake',
  text: 'A snake stands for change.',
  source: 'bench',
  score: 1,
  tags: [],
};
const retrievers = fakeRetrievers(
  ...Object.entries(RETRIEVER_DELAYS_MS).map(
    ([kind, delayMs]) => new FakeRetriever(kind, [{ ...passage, id: `bench:${kind}` }], delayMs),
  ),
);

const upstream = await UpstreamProcess.start(['--mode', UPSTREAM_MODE]);
const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'bench', CACHE_TTL_SECONDS: '0' };
const live = await startServer(variables, [{ token: RETRIEVERS, value: retrievers }]);
const edges: Edges = { retrievers, llm: live.app.get<LlmClient>(LLM_CLIENT, { strict: false }) };
const baselines = await Promise.all(
  Object.entries(WAYS).map(async ([name, way]) => ({ name, ...(await serve(way, edges)) })),
);

const urls = [
  ...baselines.map(({ name, url }) => [name, url] as const),
  ['live', `${live.url}/v1/readings/dream`] as const,
];
const samples = new Map<string, StreamTimes[]>(urls.map(([name]) => [name, []]));
// The first round is a warm-up; servers alternate, so that machine drift affects all equally.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, url] of urls) {
    const times = await timedStream(url);
    if (round > 0) samples.get(name)?.push(times);
  }
}

const medians = (name: string) => {
  const of = (field: keyof StreamTimes) => median((samples.get(name) ?? []).map((times) => times[field]));
  return {
    retrieval: of('retrievalMs'),
    event: of('firstEventMs'),
    token: of('firstTokenMs'),
    total: of('totalMs'),
    deltas: of('deltas'),
  };
};
const [ideal, sequential, gathered, now] = ['ideal', 'sequential', 'gathered', 'live'].map(medians) as [
  ReturnType<typeof medians>,
  ReturnType<typeof medians>,
  ReturnType<typeof medians>,
  ReturnType<typeof medians>,
];

console.log(
  `\nOne dream, medians of ${ROUNDS} rounds, ms. Retrievers take ${JSON.stringify(RETRIEVER_DELAYS_MS)}, three streams 600 each.`,
);
console.log('"ideal" is a minimal server: each section takes its slowest retriever plus its stream.\n');
const row = (name: string, times: ReturnType<typeof medians>) => [
  name,
  times.retrieval,
  times.event,
  times.token,
  times.total,
  String(times.deltas),
];
printTable(
  ['', 'retrieval', 'first event', 'first token', 'total', 'deltas'],
  [row('sequential', sequential), row('gathered', gathered), row('live', now), row('ideal', ideal)],
);
console.log(`
live total / ideal total              ${(now.total / ideal.total).toFixed(3)}   (wanted ≤ 1.03)
live first token − ideal first token  ${(now.token - ideal.token).toFixed(1)} ms (wanted ≤ 15)
sequential total / live total         ${(sequential.total / now.total).toFixed(2)}    (wanted ≥ 2.8)
gathered first token / live           ${(gathered.token / now.token).toFixed(2)}    (wanted ≥ 2)`);

for (const { server } of baselines) server.close();
await live.close();
await upstream.stop();
