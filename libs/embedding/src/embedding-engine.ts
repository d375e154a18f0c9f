import type { Embedder } from './embedder.js';
import type { EmbeddingFailure } from './embedding-calls.js';

export interface EngineState {
  readonly phase: 'starting' | 'ready' | 'failed';
  /** Why the embedder is not ready, for the operator. */
  readonly reason?: string;
}

/** An embedder with a lifecycle: it loads a model or connects to a server, may fail, and holds threads or sockets. */
export interface EmbeddingEngine extends Embedder {
  /** Description of the engine in the start-up log: `onnx (cpu)`, `remote`. */
  readonly engine: string;
  readonly state: EngineState;
  /** Undefined when the last query succeeded. */
  readonly failure: EmbeddingFailure | undefined;
  /**
   * Resolves when the embedder can compute vectors and `model`, `dimensions` and `scripts` are final. After a failure,
   * the next call tries again, so that regular health probes also recover the embedder. @throws EmbeddingError
   */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Whether the embedder has a lifecycle. Others, such as fakes, count as ready. */
export const isEngine = (embedder: Embedder): embedder is EmbeddingEngine => 'ready' in embedder && 'state' in embedder;
