import { extname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { EmbeddingWorkers, LoadedModel } from './embedding-workers.js';

/** The worker's file is next to this one, with the same extension, whether compiled or not. */
export const WORKER_FILE = fileURLToPath(new URL(`./onnx.worker${extname(import.meta.url)}`, import.meta.url));
/** An additional thread uses about 100 MB. It ends after this idle time. */
const IDLE_TIMEOUT_MS = 60_000;
/** Maximum size of short-lived objects of a thread. By default it grows to 128 MB on a machine with much memory. */
const YOUNG_GENERATION_MB = 8;
/** The longest batch takes a few seconds. Closing does not wait longer, for instance for a model download. */
const CLOSE_TIMEOUT_MS = 10_000;

export interface PiscinaWorkersOptions {
  /** Passed to every thread (structured clone). */
  readonly settings: object;
  readonly maxWorkers: number;
  /** Another worker file. */
  readonly file?: string;
}

/**
 * One thread starts immediately, so that the first vector is available soon; the others start on demand.
 *
 * A thread must not be terminated while ONNX Runtime is running in it: its native binding would then throw an error
 * that cannot be caught and ends the process. Therefore batches are never aborted, and closing waits for running
 * batches and loading models.
 */
export class PiscinaWorkers implements EmbeddingWorkers {
  readonly maxWorkers: number;
  readonly #pool: Piscina;
  readonly #warmedUp = new Set<number>();
  #running = 0;

  constructor({ settings, maxWorkers, file = WORKER_FILE }: PiscinaWorkersOptions) {
    this.maxWorkers = maxWorkers;
    this.#pool = new Piscina({
      filename: file,
      name: 'embed',
      minThreads: 1,
      maxThreads: maxWorkers,
      idleTimeout: IDLE_TIMEOUT_MS,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      workerData: settings,
    });
    this.#pool.on('message', (threadId: number) => this.#warmedUp.add(threadId));
    // Emitted for a thread that dies without a batch; the pool replaces it.
    this.#pool.on('error', () => {});
  }

  get idle(): number {
    return this.#pool.idleThreads;
  }

  load(): Promise<LoadedModel> {
    return this.run<LoadedModel>('load');
  }

  embed(texts: readonly string[]): Promise<Float32Array> {
    return this.run<Float32Array>('embed', texts);
  }

  /** Runs an export of the worker file in one of the threads. */
  async run<Result>(name: string, input?: unknown): Promise<Result> {
    this.#running++;
    try {
      return (await this.#pool.run(input, { name })) as Result;
    } finally {
      this.#running--;
    }
  }

  async close(): Promise<void> {
    const end = performance.now() + CLOSE_TIMEOUT_MS;
    while (this.#busy() && performance.now() < end) await delay(2);
    await this.#pool.destroy();
  }

  #busy(): boolean {
    return this.#running > 0 || this.#pool.threads.some(({ threadId }) => !this.#warmedUp.has(threadId));
  }
}
