import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingError } from '../embedding.error.js';

/** A text and the callbacks of its promise. */
export interface WaitingText {
  readonly text: string;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: unknown) => void;
}

export interface Batch {
  readonly role: EmbeddingRole;
  readonly texts: readonly WaitingText[];
}

/** Texts that wait for a worker. Queries precede passages. */
export class TextQueue {
  readonly #lanes: Readonly<Record<EmbeddingRole, Set<WaitingText>>> = { query: new Set(), passage: new Set() };

  /** @param limit maximum number of waiting texts in a lane. */
  constructor(private readonly limit: number) {}

  get size(): number {
    return this.#lanes.query.size + this.#lanes.passage.size;
  }

  /**
   * Adds all texts or none. An empty lane accepts any number of texts, since the caller already holds them in memory.
   * @throws EmbeddingError `embedding.busy`
   */
  add(role: EmbeddingRole, texts: readonly WaitingText[]): void {
    const lane = this.#lanes[role];
    if (lane.size > 0 && lane.size + texts.length > this.limit) {
      throw new EmbeddingError('embedding.busy', `${lane.size} texts are waiting to be embedded already`);
    }
    for (const text of texts) lane.add(text);
  }

  remove(texts: readonly WaitingText[]): void {
    for (const lane of Object.values(this.#lanes)) for (const text of texts) lane.delete(text);
  }

  /** Removes and returns all waiting texts. */
  clear(): readonly WaitingText[] {
    const waiting = Object.values(this.#lanes).flatMap((lane) => [...lane]);
    this.remove(waiting);
    return waiting;
  }

  /** Returns the role of the next batch and the number of its waiting texts; undefined when the queue is empty. */
  peek(): { readonly role: EmbeddingRole; readonly texts: number } | undefined {
    const role = this.#lanes.query.size > 0 ? 'query' : 'passage';
    const texts = this.#lanes[role].size;
    return texts > 0 ? { role, texts } : undefined;
  }

  /** Removes and returns the first texts of the next lane. */
  take(maxTexts: number): Batch {
    const role = this.peek()?.role ?? 'query';
    const texts: WaitingText[] = [];
    for (const text of this.#lanes[role]) {
      if (texts.length >= maxTexts) break;
      texts.push(text);
    }
    this.remove(texts);
    return { role, texts };
  }
}
