import type { Embedder } from '@app/embedding';
import { randomNumbers } from './random.js';

/** Replaces the model while building tables: random directions are cheap and the worst case for an index. */
export class RandomEmbedder implements Embedder {
  readonly #random = randomNumbers(1);

  /** @param model its name and dimensions are stored with the tables, so that it can be used for queries */
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

  /** Box–Muller transform; unlike uniform components, it has no preferred direction. */
  #gaussian(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}
