import OpenAI from 'openai';
import { Agent, fetch as undiciFetch } from 'undici';
import { HttpLlmClient } from '@app/llm';
import { environmentSchema, slices } from '@app/config';
import { LlmMetrics, StreamMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { lastValueFrom, tap } from 'rxjs';
import { UpstreamProcess } from '../test/harness/index.js';
import { benchOptions } from './measure/bench-options.js';

// Compares CPU time per streamed completion: the SDK's complete request path, and the SDK used only to build requests.
const { requests, rounds, tokens } = benchOptions('openai-sdk', { requests: '300', rounds: '5', tokens: '40' });
const CONCURRENCY = 3;
const messages = [{ role: 'user' as const, content: 'a snake' }];

const upstream = await UpstreamProcess.start(['--mode', `ok?tokens=${tokens}`]);
const agent = new Agent({ connections: 16 });
const fetchOverPool = ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher: agent })) as never;
const sdk = new OpenAI({ apiKey: 'none', baseURL: upstream.url, maxRetries: 0, fetch: fetchOverPool });
const { upstream: settings, ...config } = slices.llm(environmentSchema.parse({ OPENAI_BASE_URL: upstream.url }));
if (!settings) throw new Error('no upstream is configured');
const registry = recordingRegistry();
const client = await HttpLlmClient.create({
  config: { ...config, upstream: settings },
  metrics: new LlmMetrics(registry),
  streamMetrics: new StreamMetrics(registry),
});
const body: OpenAI.ChatCompletionCreateParamsStreaming = {
  model: 'm',
  messages,
  stream: true,
  stream_options: { include_usage: true },
};

const WAYS: Readonly<Record<string, () => Promise<number>>> = {
  'SDK, its own iteration': async () => {
    let characters = 0;
    for await (const chunk of await sdk.chat.completions.create(body))
      characters += chunk.choices[0]?.delta.content?.length ?? 0;
    return characters;
  },
  'SDK, create().asResponse(), bytes counted': async () => {
    const response = await sdk.chat.completions.create(body, { signal: new AbortController().signal }).asResponse();
    let bytes = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
    return bytes;
  },
  'this client, SDK for building requests': async () => {
    let characters = 0;
    const deltas = client.stream({ messages, maxTokens: 400 });
    await lastValueFrom(
      deltas.pipe(tap((delta) => (characters += delta.type === 'text' ? delta.pieces.join('').length : 0))),
    );
    return characters;
  },
};

/** CPU time per request, in ms. */
async function measure(way: () => Promise<number>): Promise<number> {
  let left = Number(requests);
  const before = process.cpuUsage();
  const worker = async () => {
    while (left-- > 0) if ((await way()) === 0) throw new Error('the stream was empty');
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / Number(requests);
}

const results = new Map(Object.keys(WAYS).map((name) => [name, [] as number[]]));
for (const way of Object.values(WAYS)) await measure(way);
for (let round = 0; round < Number(rounds); round++)
  for (const [name, way] of Object.entries(WAYS)) results.get(name)?.push(await measure(way));
for (const [name, times] of results) {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(
    `${name}: minimum ${sorted[0]?.toFixed(2)}, median ${sorted[sorted.length >> 1]?.toFixed(2)} ms CPU per request`,
  );
}
await client.onModuleDestroy();
await upstream.stop();
process.exit(0);
