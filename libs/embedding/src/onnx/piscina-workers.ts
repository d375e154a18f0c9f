import { extname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { EmbeddingWorkers, LoadedModel, WorkerSettings } from './embedding-workers.js';

/** Compiled or not, the worker's file lies beside this one. */
export const WORKER_FILE = fileURLToPath(new URL(`./onnx.worker${extname(import.meta.url)}`, import.meta.url));
/** A further thread holds about 100 MB; it goes when it was not needed for a while. */
const IDLE_TIMEOUT_MS = 60_000;
/** The longest batch takes a few seconds; a model that is being fetched is not waited for. */
const CLOSE_TIMEOUT_MS = 10_000;

export interface PiscinaWorkersOptions {
  readonly settings: WorkerSettings;
  readonly most: number;
  /** Another worker with the same exports. */
  readonly file?: string;
}

/**
 * One thread from the start, so that the first vector is soon there; the others when they are needed.
 *
 * A thread must not be ended while ONNX Runtime runs in it: its binding then throws where nothing can catch and takes
 * the whole process along. So batches are never aborted, and closing waits for them and for models that are loading.
 */
export class PiscinaWorkers implements EmbeddingWorkers {
  readonly most: number;
  readonly #pool: Piscina;
  readonly #warmedUp = new Set<number>();
  #running = 0;

  constructor({ settings, most, file = WORKER_FILE }: PiscinaWorkersOptions) {
    this.most = most;
    this.#pool = new Piscina({
      filename: file,
      name: 'embed',
      minThreads: 1,
      maxThreads: most,
      idleTimeout: IDLE_TIMEOUT_MS,
      workerData: settings,
    });
    this.#pool.on('message', (threadId: number) => this.#warmedUp.add(threadId));
    // A thread that dies while it has no batch; the pool has begun to replace it.
    this.#pool.on('error', () => {});
  }

  get idle(): number {
    return this.#pool.idleThreads;
  }

  load(): Promise<LoadedModel> {
    return this.#run<LoadedModel>('load');
  }

  embed(texts: readonly string[]): Promise<Float32Array> {
    return this.#run<Float32Array>('embed', texts);
  }

  async close(): Promise<void> {
    const end = performance.now() + CLOSE_TIMEOUT_MS;
    while (this.#busy() && performance.now() < end) await delay(2);
    await this.#pool.destroy();
  }

  #busy(): boolean {
    return this.#running > 0 || this.#pool.threads.some(({ threadId }) => !this.#warmedUp.has(threadId));
  }

  async #run<Result>(name: string, input?: unknown): Promise<Result> {
    this.#running++;
    try {
      return (await this.#pool.run(input, { name })) as Result;
    } finally {
      this.#running--;
    }
  }
}
