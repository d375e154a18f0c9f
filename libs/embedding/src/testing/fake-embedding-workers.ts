import { setTimeout as delay } from 'node:timers/promises';
import type { EmbeddingWorkers, LoadedModel } from '../onnx/embedding-workers.js';

const DIMENSIONS = 3;

interface Held {
  readonly texts: readonly string[];
  readonly answer: (values: Float32Array) => void;
  readonly fail: (error: Error) => void;
}

/** Workers controlled by a test: batches are held until completed, or completed immediately. */
export class FakeEmbeddingWorkers implements EmbeddingWorkers {
  /** All batches that were started. */
  readonly batches: string[][] = [];
  /** Number of threads that are idle when nothing is running. */
  threads = 1;
  maxWorkers = 3;
  /** Whether batches are held until `answerFirst` or `killFirst`; otherwise they complete immediately. */
  hold = false;
  /** Number of following batches that fail as if their thread had died. */
  deaths = 0;
  loadFailures = 0;
  loads = 0;
  closed = false;
  /** Returns the vector of a text, not of unit length. */
  vectorOf: (text: string) => readonly number[] = (text) => [text.length, text.charCodeAt(0) || 1, 1];
  readonly #held: Held[] = [];

  get running(): number {
    return this.#held.length;
  }

  get idle(): number {
    return Math.max(0, this.threads - this.#held.length);
  }

  async load(): Promise<LoadedModel> {
    this.loads++;
    if (this.loadFailures > 0 && this.loadFailures--) throw new Error('no such file');
    return { dimensions: DIMENSIONS, device: 'cpu', loadMs: 1 };
  }

  async embed(texts: readonly string[]): Promise<Float32Array> {
    this.batches.push([...texts]);
    if (this.deaths > 0 && this.deaths--) throw new Error('worker exited with code: 134');
    if (!this.hold) return this.#values(texts);
    return new Promise((answer, fail) => this.#held.push({ texts, answer, fail }));
  }

  /** Completes the batch that has been held longest. */
  answerFirst(): void {
    const held = this.#held.shift();
    held?.answer(this.#values(held.texts));
  }

  /** Ends the thread of the batch that has been held longest. */
  killFirst(): void {
    this.#held.shift()?.fail(new Error('worker exited with code: 134'));
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  /** Resolves when at least this number of batches is held. */
  async untilRunning(batches: number): Promise<void> {
    while (this.#held.length < batches) await delay(1);
  }

  #values(texts: readonly string[]): Float32Array {
    return Float32Array.from(texts.flatMap((text) => this.vectorOf(text)));
  }
}
