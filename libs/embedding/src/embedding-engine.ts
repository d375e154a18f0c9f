import type { Embedder } from './embedder.js';
import type { EmbeddingFailure } from './embedding-calls.js';

export interface EngineState {
  readonly phase: 'starting' | 'ready' | 'failed';
  /** Why it is not ready, for the operator. */
  readonly reason?: string;
}

/** An embedder with a lifecycle: it loads or connects, may fail, and holds threads or sockets. */
export interface EmbeddingEngine extends Embedder {
  /** What computes, for the start-up lines: `onnx (cpu)`, `remote`. */
  readonly engine: string;
  readonly state: EngineState;
  /** Undefined when the last query got its vector. */
  readonly failure: EmbeddingFailure | undefined;
  /**
   * Settles when vectors can be had and `model`, `dimensions` and `scripts` are final. After a failure the next call
   * tries again, so that regular probes also recover it. @throws EmbeddingError
   */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Embedders without a lifecycle, such as fakes, count as ready. */
export const isEngine = (embedder: Embedder): embedder is EmbeddingEngine => 'ready' in embedder && 'state' in embedder;
