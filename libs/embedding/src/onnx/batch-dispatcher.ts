import type { EmbeddingMetrics } from '@app/metrics';
import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingError } from '../embedding.error.js';
import { unitVector } from '../unit-vector.js';
import type { EmbeddingWorkers } from './embedding-workers.js';
import { type Batch, TextQueue, type WaitingText } from './text-queue.js';

/** Larger batches gain nothing on a CPU and make a query wait longer behind them. */
export const BATCH_TEXTS = 32;
/**
 * A batch is no cheaper than its texts one by one, and a query that comes just after one began waits for all of it: with
 * sixteen readings at once on two cores, the 95th percentile was 214 ms with batches of 2, 233 with 4 and 235 with 1
 * (means of three runs in turns).
 */
export const BATCH_QUERIES = 2;
/** About ten seconds of one core's work; further texts are refused at once. */
const MAX_WAITING = 1_024;

/**
 * Waiting texts that are worth the 250 ms of a core a further thread needs to load its model: as much work. With 8, the
 * first sixteen readings at once waited 0.6 s for two threads to load (p95) and some lost their vector, and later ones
 * gained nothing.
 */
const WORTH_A_THREAD = 32;

export interface DispatcherOptions {
  readonly dimensions: number;
  readonly passageBatches: number;
  readonly limit?: number;
}

/** Gathers texts that arrive together into batches and hands these to the workers. */
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
   * Vectors in the texts' order. An abort takes waiting texts out of the queue; a batch that runs is not stopped.
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

  /** What waits or comes from now on is `embedding.unavailable`; running batches still answer. */
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

  /** At the end of this turn of the event loop: what arrives in one turn becomes one batch, and nothing waits longer. */
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
   * Beside a running batch another one starts on an idle thread, or on a new one when that is worth its start: enough
   * texts wait, or a query waits behind passages. Otherwise what waits becomes the next batch. Passages leave the last
   * thread to the queries.
   */
  #mayStart(): boolean {
    const next = this.#queue.peek();
    if (!next || this.#running.size >= this.workers.most) return false;
    if (next.role === 'passage' && this.#running.size >= this.options.passageBatches) return false;
    if (this.#running.size === 0 || this.workers.idle > 0 || next.texts >= WORTH_A_THREAD) return true;
    return next.role === 'query' && [...this.#running].every(({ role }) => role === 'passage');
  }

  /** What waits is shared among the threads that have nothing to do: half a batch takes half the time. */
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

  /** A thread may die of something that is not the batch's fault, so a batch gets a second one. */
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

/** A batch costs its longest text times its size, so texts of like length go together. */
const byLength = (waiting: readonly WaitingText[]) => waiting.toSorted((a, b) => a.text.length - b.text.length);
