import type { Script } from '@app/text';
import { Inject } from '@nestjs/common';

/** What a text is embedded for; asymmetric models (E5) prefix the two differently. */
export type EmbeddingRole = 'query' | 'passage';

/** Writing systems an embedding model may have been trained on. */

export interface Embedder {
  /** Stable name of the model; knowledge tables are stamped with it and refuse another. */
  readonly model: string;
  /** Length of every vector; 0 until a model that must be fetched or asked for is known (`EmbeddingStatus.ready()`). */
  readonly dimensions: number;
  /** Scripts the model understands. Text in another script must not be embedded: its vectors would be noise. */
  readonly scripts: ReadonlySet<Script>;
  /**
   * Unit-length vectors in the order of the texts, the caller's own. The role is `passage` unless given; only queries
   * have a time limit (EMBEDDING_TIMEOUT_MS). An aborted signal rejects with its reason.
   * @throws EmbeddingError, and nothing else but the abort reason.
   */
  embed(texts: readonly string[], signal: AbortSignal, role?: EmbeddingRole): Promise<Float32Array[]>;
}

export const EMBEDDER = Symbol('embedding.EMBEDDER');
export const InjectEmbedder = () => Inject(EMBEDDER);
