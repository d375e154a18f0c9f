import type { EmbeddingMetrics } from '@app/metrics';
import type { Script } from '@app/text';
import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingCalls, type EmbeddingFailure } from '../embedding-calls.js';
import type { EmbeddingEngine, EngineState } from '../embedding-engine.js';
import { Readiness } from '../readiness.js';
import { untilAborted } from '../until-aborted.js';
import { BatchDispatcher } from './batch-dispatcher.js';
import { unitVector } from '../unit-vector.js';
import type { EmbeddingWorkers, LoadedModel } from './embedding-workers.js';
import type { ModelProfile } from '../model-profile.js';
import type { ModelSource } from './model-source.js';

export interface OnnxEmbedderOptions {
  readonly source: ModelSource;
  readonly profile: ModelProfile;
  /** Time limit of a query's embedding, including queueing. Passages have no time limit. */
  readonly timeoutMs: number;
  /** Maximum number of concurrent passage batches. More batches than the CPUs can process would only use memory. */
  readonly passageBatches: number;
  /** Vector length for Matryoshka models, which allow shorter vectors; the model's own length when absent. */
  readonly dimensions?: number | undefined;
  /** Called once, when the model has been loaded. */
  readonly onLoaded?: (model: LoadedModel) => void;
}

/** The in-process embedder: ONNX models in worker threads. */
export class OnnxEmbedder implements EmbeddingEngine {
  readonly model: string;
  readonly scripts: ReadonlySet<Script>;
  readonly #calls: EmbeddingCalls;
  readonly #readiness: Readiness<{ model: LoadedModel; dispatcher: BatchDispatcher }>;

  constructor(
    private readonly workers: EmbeddingWorkers,
    private readonly metrics: EmbeddingMetrics,
    private readonly options: OnnxEmbedderOptions,
  ) {
    this.model = options.source.name;
    this.scripts = options.profile.scripts;
    this.#calls = new EmbeddingCalls(metrics, {
      timeoutMs: options.timeoutMs,
      submit: (texts, role, signal) => this.#submit(texts, role, signal),
    });
    this.#readiness = new Readiness(
      () => this.#load(),
      () => `the embedding model ${this.model} cannot be loaded`,
    );
  }

  get dimensions(): number {
    const own = this.#readiness.loaded?.model.dimensions ?? this.options.source.dimensions ?? 0;
    return Math.min(this.options.dimensions ?? own, own);
  }

  get engine(): string {
    return `onnx (${this.#readiness.loaded?.model.device ?? 'loading'})`;
  }

  get state(): EngineState {
    return this.#readiness.state;
  }

  get failure(): EmbeddingFailure | undefined {
    return this.#calls.failure;
  }

  async ready(): Promise<void> {
    await this.#readiness.get();
  }

  embed(texts: readonly string[], signal: AbortSignal, role?: EmbeddingRole): Promise<Float32Array[]> {
    return this.#calls.embed(texts, signal, role);
  }

  async close(): Promise<void> {
    this.#readiness.loaded?.dispatcher.close();
    await this.workers.close();
  }

  async #submit(texts: readonly string[], role: EmbeddingRole, signal: AbortSignal): Promise<Float32Array[]> {
    const { dispatcher } = await untilAborted(this.#readiness.get(), signal);
    const prefix = this.options.profile.prefix[role];
    const vectors = await dispatcher.submit(
      texts.map((text) => prefix + text),
      role,
      signal,
    );
    return vectors.map((vector) => shortened(vector, this.dimensions));
  }

  async #load() {
    const model = await this.workers.load();
    this.options.onLoaded?.(model);
    const { dimensions } = model;
    const { passageBatches } = this.options;
    return { model, dispatcher: new BatchDispatcher(this.workers, this.metrics, { dimensions, passageBatches }) };
  }
}

/** Matryoshka models put the most important dimensions first (Kusupati et al. 2022). */
const shortened = (vector: Float32Array, dimensions: number): Float32Array =>
  vector.length === dimensions ? vector : unitVector(vector.subarray(0, dimensions), dimensions);
