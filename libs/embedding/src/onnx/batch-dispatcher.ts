import type { EmbeddingMetrics } from '@app/metrics';
import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingError } from '../embedding.error.js';
import { unitVector } from '../unit-vector.js';
import type { EmbeddingWorkers } from './embedding-workers.js';
import { type Batch, TextQueue, type WaitingText } from './text-queue.js';

/**
 * Maximum number of passages per batch. Larger batches are not faster on a CPU, and a query would wait longer for them.
 */
export const BATCH_TEXTS = 32;
/**
 * Maximum number of queries per batch. A batch takes as long as its texts one by one, and a query that arrives after
 * its start waits for the whole batch. With sixteen concurrent readings on two cores, the 95th percentile was 214 ms
 * with batches of 2, 233 with 4 and 235 with 1 (means of three alternating runs).
 */
export const BATCH_QUERIES = 2;
/** About ten seconds of work for one core; further texts are rejected immediately. */
const MAX_WAITING = 1_024;

/**
 * Number of waiting texts from which another thread is started: their work equals the 250 ms of CPU time that a thread
 * needs to load its model. With 8, the first sixteen concurrent readings waited 0.6 s (p95) for two threads to load and
 * some lost their vector, while later readings were not faster.
 */
const WORTH_A_THREAD = 32;

export interface DispatcherOptions {
  readonly dimensions: number;
  readonly passageBatches: number;
  readonly limit?: number;
}

/** Combines texts that arrive together into batches and passes these to the workers. */
export class BatchDispatcher {
  readonly #queue: TextQueue;
  readonly #running = new Set<Batch>();
  #scheduled = false;
  #closed = false;

  constructor(
    private readonly workers: EmbeddingWorkers,
    private readonly metrics: EmbeddingMetrics,
    private readonly options: DispatcherOptions,
  ) {
    this.#queue = new TextQueue(options.limit ?? MAX_WAITING);
  }

  /**
   * Returns vectors in the order of the texts. An abort removes waiting texts from the queue; a running batch is not
   * stopped.
   * @throws EmbeddingError, or the signal's reason
   */
  async submit(texts: readonly string[], role: EmbeddingRole, signal: AbortSignal): Promise<Float32Array[]> {
    signal.throwIfAborted();
    if (this.#closed) throw closing();
    const { waiting, vectors } = waitingTexts(texts);
    this.#queue.add(role, byLength(waiting));
    const drop = () => this.#drop(waiting, signal.reason);
    signal.addEventListener('abort', drop, { once: true });
    this.#schedule();
    try {
      return await Promise.all(vectors);
    } finally {
      signal.removeEventListener('abort', drop);
    }
  }

  /** Rejects waiting and future texts with `embedding.unavailable`; running batches complete. */
  close(): void {
    this.#closed = true;
    for (const { reject } of this.#queue.clear()) reject(closing());
    this.metrics.queue(0);
  }

  #drop(waiting: readonly WaitingText[], reason: unknown): void {
    this.#queue.remove(waiting);
    this.metrics.queue(this.#queue.size);
    for (const { reject } of waiting) reject(reason);
  }

  /**
   * Starts batches at the end of this turn of the event loop, so that texts that arrive in the same turn form one batch
   * without further delay.
   */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#start();
    });
  }

  #start(): void {
    while (this.#mayStart()) void this.#run(this.#queue.take(this.#share()));
    this.metrics.queue(this.#queue.size);
  }

  /**
   * While a batch is running, another one starts on an idle thread, or on a new thread if that is worth its start-up:
   * enough texts are waiting, or a query is waiting while only passages are running. Otherwise the waiting texts form
   * the next batch. Passages may use only `passageBatches` threads, so that the others are free for queries.
   */
  #mayStart(): boolean {
    const next = this.#queue.peek();
    if (!next || this.#running.size >= this.workers.maxWorkers) return false;
    if (next.role === 'passage' && this.#running.size >= this.options.passageBatches) return false;
    if (this.#running.size === 0 || this.workers.idle > 0 || next.texts >= WORTH_A_THREAD) return true;
    return next.role === 'query' && [...this.#running].every(({ role }) => role === 'passage');
  }

  /**
   * Size of the next batch. Waiting texts are divided among the idle threads, because half a batch takes half the time.
   */
  #share(): number {
    const threads = Math.max(1, Math.min(this.workers.idle, this.options.passageBatches - this.#running.size));
    const { role = 'query', texts = 0 } = this.#queue.peek() ?? {};
    return Math.min(role === 'query' ? BATCH_QUERIES : BATCH_TEXTS, Math.ceil(texts / threads));
  }

  async #run(batch: Batch): Promise<void> {
    this.#running.add(batch);
    this.metrics.batch(batch.texts.length);
    try {
      this.#deliver(batch, await this.#embed(batch.texts.map(({ text }) => text)));
    } catch (error) {
      for (const { reject } of batch.texts) reject(error);
    }
    this.#running.delete(batch);
    this.#schedule();
  }

  /** Tries a batch twice, because a thread may crash for a reason unrelated to the batch. */
  async #embed(texts: readonly string[]): Promise<Float32Array> {
    try {
      return await this.workers.embed(texts).catch(() => this.workers.embed(texts));
    } catch (cause) {
      throw new EmbeddingError('embedding.unavailable', 'the embedding worker failed twice', { cause });
    }
  }

  #deliver({ texts }: Batch, values: Float32Array): void {
    const { dimensions } = this.options;
    if (values.length !== texts.length * dimensions) {
      throw new EmbeddingError(
        'embedding.invalid',
        `${values.length} numbers for ${texts.length} vectors of ${dimensions}`,
      );
    }
    texts.forEach(({ resolve, reject }, at) => {
      try {
        resolve(unitVector(values.subarray(at * dimensions, (at + 1) * dimensions), dimensions));
      } catch (error) {
        reject(error);
      }
    });
  }
}

const closing = () => new EmbeddingError('embedding.unavailable', 'the embedder is closing');

function waitingTexts(texts: readonly string[]) {
  const waiting: WaitingText[] = [];
  const vectors = texts.map(
    (text) => new Promise<Float32Array>((resolve, reject) => waiting.push({ text, resolve, reject })),
  );
  return { waiting, vectors };
}

/** Sorts texts by length: a batch is padded to its longest text, so texts of similar length are combined. */
const byLength = (waiting: readonly WaitingText[]) => waiting.toSorted((a, b) => a.text.length - b.text.length);
