import type { EmbeddingConfig } from '@app/config';
import type { EmbeddingMetrics } from '@app/metrics';
import type { EmbeddingRole, Script } from '../embedder.js';
import type { EmbeddingEngine, EngineState } from '../embedding-engine.js';
import { EmbeddingError } from '../embedding.error.js';
import { measureEmbedding } from '../measure-embedding.js';
import { RecentQueries } from '../recent-queries.js';
import { withinDeadline } from '../within-deadline.js';
import { BatchDispatcher } from './batch-dispatcher.js';
import type { EmbeddingWorkers, LoadedModel } from './embedding-workers.js';
import type { ModelProfile } from './model-profile.js';
import type { ModelSource } from './model-source.js';

export interface OnnxEmbedderOptions {
  readonly source: ModelSource;
  readonly profile: ModelProfile;
  readonly timeoutMs: EmbeddingConfig['timeoutMs'];
  /** Called once, when the model has been loaded. */
  readonly onLoaded?: (model: LoadedModel) => void;
}

/** The in-process embedder: ONNX models in worker threads. */
export class OnnxEmbedder implements EmbeddingEngine {
  readonly model: string;
  readonly scripts: ReadonlySet<Script>;
  readonly #recent: RecentQueries;
  #state: EngineState = { phase: 'starting' };
  #loading: Promise<void> | undefined;
  #loaded: LoadedModel | undefined;
  #dispatcher: BatchDispatcher | undefined;

  constructor(
    private readonly workers: EmbeddingWorkers,
    private readonly metrics: EmbeddingMetrics,
    private readonly options: OnnxEmbedderOptions,
  ) {
    this.model = options.source.name;
    this.scripts = options.profile.scripts;
    this.#recent = new RecentQueries(metrics);
  }

  get dimensions(): number {
    return this.#loaded?.dimensions ?? this.options.source.dimensions ?? 0;
  }

  get engine(): string {
    return `onnx (${this.#loaded?.device ?? 'loading'})`;
  }

  get state(): EngineState {
    return this.#state;
  }

  ready(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  embed(texts: readonly string[], signal: AbortSignal, role: EmbeddingRole = 'passage'): Promise<Float32Array[]> {
    return measureEmbedding(this.metrics, () => {
      signal.throwIfAborted();
      if (role === 'passage') return this.#submit(texts, role, signal);
      return this.#recent.through(texts, (missing) =>
        withinDeadline(signal, this.options.timeoutMs, (signal) => this.#submit(missing, role, signal)),
      );
    });
  }

  close(): Promise<void> {
    return this.workers.close();
  }

  async #submit(texts: readonly string[], role: EmbeddingRole, signal: AbortSignal): Promise<Float32Array[]> {
    const dispatcher = this.#dispatcher ?? (await untilAborted(this.#whenLoaded(), signal));
    const prefix = this.options.profile.prefix[role];
    return dispatcher.submit(
      texts.map((text) => prefix + text),
      role,
      signal,
    );
  }

  async #whenLoaded(): Promise<BatchDispatcher> {
    await this.ready();
    return this.#dispatcher!;
  }

  async #load(): Promise<void> {
    try {
      this.#loaded = await this.workers.load();
    } catch (cause) {
      const reason = `the embedding model ${this.model} cannot be loaded`;
      this.#state = { phase: 'failed', reason };
      throw new EmbeddingError('embedding.unavailable', reason, { cause });
    }
    this.#dispatcher = new BatchDispatcher(this.workers, this.metrics, { dimensions: this.#loaded.dimensions });
    this.#state = { phase: 'ready' };
    this.options.onLoaded?.(this.#loaded);
  }
}

/** The promise's result, or the signal's reason as soon as it is aborted. */
function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
