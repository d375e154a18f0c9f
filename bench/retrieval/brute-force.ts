import type { KnowledgeStore } from '@app/knowledge';
import { analyze } from '@app/text';

/** Baseline without an index: scans every row for every question. */
export class BruteForce {
  private constructor(
    private readonly tokens: readonly string[],
    private readonly vectors: Float32Array,
    private readonly dimensions: number,
  ) {}

  static async load(store: KnowledgeStore, dimensions: number): Promise<BruteForce> {
    const tokens: string[] = [];
    const vectors: Float32Array[] = [];
    for await (const rows of store.current().table('corpus').scan(['tokens', 'vector'])) {
      for (const row of rows) {
        tokens.push(` ${row.tokens} `);
        if (row.vector) vectors.push(Float32Array.from(row.vector));
      }
    }
    const all = new Float32Array(vectors.length * dimensions);
    for (const [index, vector] of vectors.entries()) all.set(vector, index * dimensions);
    return new BruteForce(tokens, all, dimensions);
  }

  /**
   * Counts matching terms and computes the similarity of every row.
   * @returns the best score, so that the engine does not optimize the work away
   */
  ask(text: string, vector: Float32Array | undefined): number {
    const terms = [...new Set(analyze(text))].map((term) => ` ${term} `);
    let best = 0;
    for (const row of this.tokens) best = Math.max(best, terms.filter((term) => row.includes(term)).length);
    return vector ? best + this.#nearest(vector) : best;
  }

  #nearest(vector: Float32Array): number {
    let best = -1;
    for (let start = 0; start < this.vectors.length; start += this.dimensions) {
      let cosine = 0;
      for (let at = 0; at < this.dimensions; at++) cosine += this.vectors[start + at]! * vector[at]!;
      best = Math.max(best, cosine);
    }
    return best;
  }
}
