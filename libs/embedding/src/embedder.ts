import type { Script } from '@app/text';
import { Inject } from '@nestjs/common';

/** Purpose of an embedding; asymmetric models (E5) use a different prefix for each. */
export type EmbeddingRole = 'query' | 'passage';

export interface Embedder {
  /** Stable name of the model. Knowledge tables are stamped with it; tables with another model are rejected. */
  readonly model: string;
  /**
   * Length of every vector; 0 as long as it is not known for a model that must be downloaded or is on a server
   * (`EmbeddingStatus.ready()`).
   */
  readonly dimensions: number;
  /**
   * Scripts that the model supports. Text in another script must not be embedded, because its vectors would be
   * meaningless.
   */
  readonly scripts: ReadonlySet<Script>;
  /**
   * Returns unit-length vectors in the order of the texts. The caller owns them and may modify them. The default role
   * is `passage`; only queries have a time limit (EMBEDDING_TIMEOUT_MS). An aborted signal rejects with its reason.
   * @throws EmbeddingError or the abort reason, and no other error.
   */
  embed(texts: readonly string[], signal: AbortSignal, role?: EmbeddingRole): Promise<Float32Array[]>;
}

export const EMBEDDER = Symbol('embedding.EMBEDDER');
export const InjectEmbedder = () => Inject(EMBEDDER);
