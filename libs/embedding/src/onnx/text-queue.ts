import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingError } from '../embedding.error.js';

/** One text and the promise that waits for it. */
export interface WaitingText {
  readonly text: string;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: unknown) => void;
}

export interface Batch {
  readonly role: EmbeddingRole;
  readonly texts: readonly WaitingText[];
}

/** Texts waiting for a worker; queries go before passages. */
export class TextQueue {
  readonly #lanes: Readonly<Record<EmbeddingRole, Set<WaitingText>>> = { query: new Set(), passage: new Set() };

  /** @param limit most texts waiting in one lane. */
  constructor(private readonly limit: number) {}

  get size(): number {
    return this.#lanes.query.size + this.#lanes.passage.size;
  }

  /**
   * Takes all texts or none. Into an empty lane everything goes: a large call is its caller's own memory.
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

  /** Everything that waited. */
  clear(): readonly WaitingText[] {
    const waiting = Object.values(this.#lanes).flatMap((lane) => [...lane]);
    this.remove(waiting);
    return waiting;
  }

  /** Whose turn it is and how many of them wait; undefined when nothing does. */
  peek(): { readonly role: EmbeddingRole; readonly texts: number } | undefined {
    const role = this.#lanes.query.size > 0 ? 'query' : 'passage';
    const texts = this.#lanes[role].size;
    return texts > 0 ? { role, texts } : undefined;
  }

  /** The first texts of the lane whose turn it is. */
  take(most: number): Batch {
    const role = this.peek()?.role ?? 'query';
    const texts: WaitingText[] = [];
    for (const text of this.#lanes[role]) {
      if (texts.length >= most) break;
      texts.push(text);
    }
    this.remove(texts);
    return { role, texts };
  }
}
