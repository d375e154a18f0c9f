// Runs in a worker thread, from the compiled file as well as straight from this one (Node strips the types): Jest's
// sandbox gives ONNX tensors foreign typed arrays. So only packages may be imported here; siblings as types.
import { setPriority } from 'node:os';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { move } from 'piscina';
import type { Device } from './devices.js';
import type { LoadedModel, WorkerSettings } from './embedding-workers.js';

interface Model extends LoadedModel {
  readonly extract: FeatureExtractionPipeline;
}

/** Weight 335 of 1 024 beside a thread at 0 (sched(7)): enough where others compute too, everything where none does. */
const NICE = 5;

/** Names of transformers.js. */
const POOLING = { mean: 'mean', cls: 'cls', last: 'last_token' } as const;

const settings = workerData as WorkerSettings;
letOthersGoFirst();
let loading: Promise<Model> | undefined;
// The pool gives a thread its first batch once its exports have settled: until then other threads take the work. The
// message says that no native code runs here any more unless a batch does.
const warmedUp = model()
  .catch(() => undefined)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  .finally(() => parentPort?.postMessage(threadId));

/** @throws what the model's loading failed with; the next call tries again. */
export const load = warmedUp.then(() => async (): Promise<LoadedModel> => {
  const { extract: _, ...loaded } = await model();
  return loaded;
});

export const embed = warmedUp.then(() => async (texts: readonly string[]) => {
  const loaded = await model();
  // 8-bit weights scale all numbers of a run alike, so that a text's vector would depend on what ran beside it. Two of a
  // length together take a sixth less than one by one; of different lengths they take more.
  if (loaded.device !== 'cpu') return move(await together(texts, loaded));
  const values = new Float32Array(texts.length * loaded.dimensions);
  for (const [at, text] of texts.entries()) values.set(await alone(text, loaded), at * loaded.dimensions);
  return move(values);
});

/**
 * The threads that send tokens and finish what has its vector: sixteen readings at once on two cores then took 6 % less (p95)
 * and 8 % less (p99), measured in turns. Only Linux has a priority a thread; elsewhere it would be the whole process's.
 */
function letOthersGoFirst(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(NICE);
  } catch {
    // Where a sandbox forbids it, all are equal.
  }
}

async function together(texts: readonly string[], { extract }: Model): Promise<Float32Array> {
  const output = await extract([...texts], { pooling: POOLING[settings.pooling], normalize: true });
  const values = Float32Array.from(output.data as Float32Array);
  output.dispose();
  return values;
}

/** Pools by itself, since a text alone has no padding to leave out: transformers.js takes a tenth of the run for that. */
async function alone(text: string, { extract, dimensions }: Model): Promise<Float32Array> {
  const output = await extract(text, { pooling: 'none' });
  const tokens = output.data as Float32Array;
  const pooled = settings.pooling === 'last' ? tokens.slice(-dimensions) : tokens.slice(0, dimensions);
  if (settings.pooling === 'mean')
    for (let at = dimensions; at < tokens.length; at++) pooled[at % dimensions]! += tokens[at]!;
  output.dispose();
  return pooled;
}

function model(): Promise<Model> {
  loading ??= create().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function create(): Promise<Model> {
  const startedAt = performance.now();
  env.allowRemoteModels = settings.source.remote;
  env.localModelPath = settings.source.folder;
  env.cacheDir = settings.source.folder;
  const { extract, device } = await onBestDevice();
  // The first run allocates; better now than during a reading.
  const { dims } = await extract(['ready'], { pooling: POOLING[settings.pooling], normalize: true });
  const loadMs = Math.round(performance.now() - startedAt);
  return { extract, dimensions: dims.at(-1) ?? 0, device, loadMs };
}

async function onBestDevice(): Promise<{ extract: FeatureExtractionPipeline; device: Device }> {
  const failures: unknown[] = [];
  for (const device of settings.devices) {
    try {
      return { extract: await session(device), device };
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures.at(-1);
}

function session(device: Device): Promise<FeatureExtractionPipeline> {
  return pipeline('feature-extraction', settings.source.id, {
    device,
    dtype: settings.source.weights,
    session_options: {
      intraOpNumThreads: settings.threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: settings.source.optimization ?? 'all',
      // Waiting threads would spin, on processors that also stream readings: with other work on both, a query then took
      // 20–30 ms instead of 8.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    },
  });
}
