import type { EngineState } from './embedding-engine.js';
import { EmbeddingError } from './embedding.error.js';

/**
 * A resource that is loaded on first use. Concurrent callers share one load; a loaded resource is kept; a failed load
 * is tried again on the next call.
 */
export class Readiness<Loaded> {
  #state: EngineState = { phase: 'starting' };
  #loading: Promise<Loaded> | undefined;
  #loaded: Loaded | undefined;

  /** @param reason returns the failure message for the operator; it must contain no secrets and no user input. */
  constructor(
    private readonly load: () => Promise<Loaded>,
    private readonly reason: (cause: unknown) => string,
  ) {}

  get state(): EngineState {
    return this.#state;
  }

  /** Undefined until the resource has been loaded. */
  get loaded(): Loaded | undefined {
    return this.#loaded;
  }

  /** @throws EmbeddingError `embedding.unavailable` */
  get(): Promise<Loaded> {
    this.#loading ??= this.#try();
    return this.#loading;
  }

  async #try(): Promise<Loaded> {
    try {
      this.#loaded = await this.load();
      this.#state = { phase: 'ready' };
      return this.#loaded;
    } catch (cause) {
      this.#loading = undefined;
      const reason = this.reason(cause);
      this.#state = { phase: 'failed', reason };
      throw new EmbeddingError('embedding.unavailable', reason, { cause });
    }
  }
}
