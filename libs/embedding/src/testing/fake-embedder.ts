import { createHash } from 'node:crypto';
import type { Script } from '@app/text';
import type { Embedder } from '../embedder.js';

/**
 * Computes deterministic vectors from hashes of the words, without a model. Texts with the same words have similar
 * vectors.
 */
export class FakeEmbedder implements Embedder {
  readonly model = 'fake';
  readonly scripts: ReadonlySet<Script> = new Set(['latin']);
  readonly calls: string[][] = [];

  constructor(readonly dimensions = 32) {}

  async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    signal.throwIfAborted();
    this.calls.push([...texts]);
    return texts.map((text) => this.#vector(text));
  }

  #vector(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    for (const word of text.toLowerCase().split(/\s+/)) {
      const hash = createHash('sha256').update(word).digest();
      const at = hash.readUInt32LE(0) % this.dimensions;
      vector[at] = (vector[at] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? 1 : -1);
    }
    const norm = Math.hypot(...vector) || 1;
    return vector.map((value) => value / norm);
  }
}
