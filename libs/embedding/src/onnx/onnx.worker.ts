// Runs in a worker thread, either compiled or directly from this file (Node strips the types): Jest's sandbox has its
// own typed array classes, which ONNX tensors do not match. Only packages may be imported here; siblings may be
// imported as types.
import { setPriority } from 'node:os';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { move } from 'piscina';
import type { Device } from './devices.js';
import type { LoadedModel, WorkerSettings } from './embedding-workers.js';

interface Model extends LoadedModel {
  readonly extract: FeatureExtractionPipeline;
}

/**
 * Nice value. Its scheduling weight is 335, compared with 1 024 for a thread at 0 (sched(7)): a smaller share of a CPU
 * when other threads compute, and a full CPU when none does.
 */
const NICE = 5;

/** Pooling names in transformers.js. */
const POOLING = { mean: 'mean', cls: 'cls', last: 'last_token' } as const;

const settings = workerData as WorkerSettings;
lowerThreadPriority();
let loading: Promise<Model> | undefined;
// The pool assigns the first batch when the exports have resolved; until then other threads process the batches. The
// message reports that the thread now runs native code only during a batch.
const warmedUp = model()
  .catch(() => undefined)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  .finally(() => parentPort?.postMessage(threadId));

/** @throws the error of loading the model; the next call tries again. */
export const load = warmedUp.then(() => async (): Promise<LoadedModel> => {
  const { extract: _, ...loaded } = await model();
  return loaded;
});

export const embed = warmedUp.then(() => async (texts: readonly string[]) => {
  const loaded = await model();
  // With 8-bit weights, all numbers of a run are scaled together, so a text's vector would depend on the other texts of
  // the run. Two texts of equal length together take a sixth less time than one by one; texts of different lengths take
  // more.
  if (loaded.device !== 'cpu') return move(await embedTogether(texts, loaded));
  const values = new Float32Array(texts.length * loaded.dimensions);
  for (const [at, text] of texts.entries()) values.set(await embedAlone(text, loaded), at * loaded.dimensions);
  return move(values);
});

/**
 * Lowers the priority of this thread, so that threads that send tokens and complete requests run first. With sixteen
 * concurrent readings on two cores, they then took 6 % less time at p95 and 8 % less at p99, measured in alternating
 * runs. Only Linux has a priority per thread; elsewhere it would apply to the whole process.
 */
function lowerThreadPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(NICE);
  } catch {
    // If a sandbox does not permit it, all threads have the same priority.
  }
}

async function embedTogether(texts: readonly string[], { extract }: Model): Promise<Float32Array> {
  const output = await extract([...texts], { pooling: POOLING[settings.pooling], normalize: true });
  const values = Float32Array.from(output.data as Float32Array);
  output.dispose();
  return values;
}

/**
 * Pools the tokens here: a single text has no padding to exclude, and the pooling of transformers.js takes a tenth of
 * the run.
 */
async function embedAlone(text: string, { extract, dimensions }: Model): Promise<Float32Array> {
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
  // The first run allocates memory, so do it before the first reading.
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
      // Without this, waiting threads would spin on CPUs that also stream readings. With other work on both CPUs, a
      // query then took 20–30 ms instead of 8.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    },
  });
}
