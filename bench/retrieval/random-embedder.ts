import type { Embedder } from '@app/embedding';
import { randomNumbers } from './random.js';

/** Stands in for a model while tables are built: random directions are the hardest for an index, and cost nothing. */
export class RandomEmbedder implements Embedder {
  readonly #random = randomNumbers(1);

  /** @param model whose name and dimensions the tables are stamped with, so that it can be asked afterwards */
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

  /** Box and Muller; equal in every direction, which plain random numbers are not. */
  #gaussian(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}
