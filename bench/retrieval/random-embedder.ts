import type { Embedder } from '@app/embedding';
import { randomNumbers } from './random.js';

/** Replaces the model while tables are built: random vectors are cheap to make and the worst case for an index. */
export class RandomEmbedder implements Embedder {
  readonly #random = randomNumbers(1);

  /**
   * @param like embedder whose model name and dimensions are stored with the tables, so that it can be used for queries
   */
  constructor(private readonly like: Embedder) {}

  get model() {
    return this.like.model;
  }

  get dimensions() {
    return this.like.dimensions;
  }

  get scripts() {
    return this.like.scripts;
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    return texts.map(() => this.#direction());
  }

  #direction(): Float32Array {
    const vector = Float32Array.from({ length: this.dimensions }, () => this.#gaussian());
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  }

  /**
   * Normally distributed number (Box–Muller transform): unlike uniform components, it makes all directions equally
   * likely.
   */
  #gaussian(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}
