import type { EmbeddingMetrics } from '@app/metrics';
import type { Script } from '@app/text';
import { Logger } from '@nestjs/common';
import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingCalls, type EmbeddingFailure } from '../embedding-calls.js';
import type { EmbeddingEngine, EngineState } from '../embedding-engine.js';
import { EmbeddingError } from '../embedding.error.js';
import { inBatches } from '../in-batches.js';
import { EVERY_SCRIPT } from '../model-families.js';
import type { ProfileSettings } from '../model-profile.js';
import { Readiness } from '../readiness.js';
import { unitVector } from '../unit-vector.js';
import { untilAborted } from '../until-aborted.js';
import { EmbeddingsClient } from './embeddings-client.js';
import { type ServedModel, fetchServedModel } from './served-model.js';
import { withinServerLimits } from './within-server-limits.js';

/** Maximum number of texts per request that every server of this kind accepts (TEI's default limit). */
const BATCH_TEXTS = 32;
/** Maximum number of concurrent batches per call. */
const BATCHES_AT_ONCE = 4;
/** Maximum number of concurrent requests; further requests are rejected instead of queued. */
const MAX_REQUESTS = 256;
/** Time limit of the request for the model and its dimensions at start-up. */
const MODEL_TIMEOUT_MS = 10_000;

export interface RemoteEmbedderOptions extends ProfileSettings {
  readonly url: string;
  readonly apiKey?: string;
  /** Model name; undefined for the first model that the server lists. */
  readonly model?: string;
  /** Time limit of a query's embedding, including the retry. */
  readonly timeoutMs: number;
  /** Requested vector length; the model's own length when absent. */
  readonly dimensions?: number | undefined;
}

/** Embedder for any OpenAI-compatible embeddings server: a hosted service, TEI, or this project's model server. */
export class RemoteEmbedder implements EmbeddingEngine {
  readonly #client: EmbeddingsClient;
  readonly #calls: EmbeddingCalls;
  readonly #readiness: Readiness<ServedModel>;
  readonly #log = new Logger('RemoteEmbedder');
  #requests = 0;

  constructor(
    private readonly metrics: EmbeddingMetrics,
    private readonly options: RemoteEmbedderOptions,
  ) {
    this.#client = new EmbeddingsClient({ url: options.url, apiKey: options.apiKey });
    this.#calls = new EmbeddingCalls(metrics, {
      timeoutMs: options.timeoutMs,
      submit: (texts, role, signal) => this.#submit(texts, role, signal),
    });
    this.#readiness = new Readiness(
      () => fetchServedModel(this.#client, options, AbortSignal.timeout(MODEL_TIMEOUT_MS)),
      (cause) => (cause instanceof EmbeddingError ? cause.message : 'the embeddings server does not answer'),
    );
  }

  get model(): string {
    return this.#readiness.loaded?.name ?? this.options.model ?? 'remote';
  }

  get dimensions(): number {
    return this.#readiness.loaded?.dimensions ?? 0;
  }

  get scripts(): ReadonlySet<Script> {
    return this.#readiness.loaded?.scripts ?? new Set(EVERY_SCRIPT);
  }

  get engine(): string {
    return `remote (${this.#client.host})`;
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

  close(): Promise<void> {
    return this.#client.close();
  }

  async #submit(texts: readonly string[], role: EmbeddingRole, signal: AbortSignal): Promise<Float32Array[]> {
    const served = await untilAborted(this.#readiness.get(), signal);
    let cut = 0;
    const vectors = await inBatches(texts, { size: BATCH_TEXTS, atOnce: BATCHES_AT_ONCE }, async (batch) => {
      const limited = await withinServerLimits(batch, (some) => this.#request(some, served, role, signal));
      cut += limited.cut;
      return limited.vectors;
    });
    if (cut > 0) this.#log.warn(`${cut} of ${texts.length} texts exceeded the embeddings server's limit and were cut`);
    return vectors;
  }

  async #request(texts: readonly string[], served: ServedModel, role: EmbeddingRole, signal: AbortSignal) {
    if (this.#requests >= MAX_REQUESTS) {
      throw new EmbeddingError('embedding.busy', `${this.#requests} requests to the embeddings server are running`);
    }
    this.#requests++;
    this.metrics.batch(texts.length);
    try {
      const { vectors } = await this.#client.embed(
        { ...requestOf(texts, served, role), dimensions: this.options.dimensions },
        signal,
      );
      return vectors.map((vector) => unitVector(vector, served.dimensions));
    } finally {
      this.#requests--;
    }
  }
}

function requestOf(texts: readonly string[], { requested, takesRole, prefix }: ServedModel, role: EmbeddingRole) {
  if (takesRole) return { texts, model: requested, inputType: role };
  return { texts: texts.map((text) => prefix[role] + text), model: requested };
}
