import type { EngineState } from './embedding-engine.js';
import { EmbeddingError } from './embedding.error.js';

/** Something that must be loaded before it can be used: shared while it loads, kept when it has, tried again after a failure. */
export class Readiness<Loaded> {
  #state: EngineState = { phase: 'starting' };
  #loading: Promise<Loaded> | undefined;
  #loaded: Loaded | undefined;

  /** @param reason says for the operator what failed; it must carry neither secrets nor users' words. */
  constructor(
    private readonly load: () => Promise<Loaded>,
    private readonly reason: (cause: unknown) => string,
  ) {}

  get state(): EngineState {
    return this.#state;
  }

  /** Undefined until it has been loaded. */
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
