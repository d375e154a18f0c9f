import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { EmbeddingWorkers, LoadedModel, WorkerSettings } from './embedding-workers.js';

/** Compiled or not, the worker's file lies beside this one. */
const WORKER_FILE = fileURLToPath(new URL(`./onnx.worker${extname(import.meta.url)}`, import.meta.url));
/** A further thread holds about 100 MB; it goes when it was not needed for a while. */
const IDLE_TIMEOUT_MS = 60_000;

/** One thread from the start, so that the first vector is soon there; the others when they are needed. */
export class PiscinaWorkers implements EmbeddingWorkers {
  readonly #pool: Piscina;

  constructor(
    settings: WorkerSettings,
    readonly most: number,
  ) {
    this.#pool = new Piscina({
      filename: WORKER_FILE,
      name: 'embed',
      minThreads: 1,
      maxThreads: most,
      idleTimeout: IDLE_TIMEOUT_MS,
      workerData: settings,
    });
    // A thread that dies while it has no batch; the pool has begun to replace it.
    this.#pool.on('error', () => {});
  }

  get idle(): number {
    return this.#pool.idleThreads;
  }

  load(): Promise<LoadedModel> {
    return this.#pool.run(undefined, { name: 'load' }) as Promise<LoadedModel>;
  }

  embed(texts: readonly string[]): Promise<Float32Array> {
    return this.#pool.run(texts) as Promise<Float32Array>;
  }

  /** For tests: ends every thread as a crash would. */
  async kill(): Promise<void> {
    await Promise.all(this.#pool.threads.map((thread) => thread.terminate()));
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
