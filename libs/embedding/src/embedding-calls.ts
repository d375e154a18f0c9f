import type { EmbeddingMetrics } from '@app/metrics';
import type { EmbeddingRole } from './embedder.js';
import { EmbeddingError, type EmbeddingErrorCode } from './embedding.error.js';
import { RecentQueries } from './recent-queries.js';
import { withinDeadline } from './within-deadline.js';

/** Failure of the last query. */
export interface EmbeddingFailure {
  readonly code: EmbeddingErrorCode;
  /** Time of the failure as returned by `performance.now()`. */
  readonly at: number;
}

type Submit = (texts: readonly string[], role: EmbeddingRole, signal: AbortSignal) => Promise<Float32Array[]>;

export interface EmbeddingCallsOptions {
  /** Time limit of a query's embedding, including queueing and retries. Passages have no time limit. */
  readonly timeoutMs: number;
  readonly submit: Submit;
}

/** Common behaviour of all embedders: counts calls, caches queries and limits their time. */
export class EmbeddingCalls {
  readonly #recent: RecentQueries;
  #failure: EmbeddingFailure | undefined;

  constructor(
    private readonly metrics: EmbeddingMetrics,
    private readonly options: EmbeddingCallsOptions,
  ) {
    this.#recent = new RecentQueries(metrics);
  }

  /** Undefined when the last query succeeded. */
  get failure(): EmbeddingFailure | undefined {
    return this.#failure;
  }

  /** @see Embedder.embed */
  async embed(texts: readonly string[], signal: AbortSignal, role: EmbeddingRole = 'passage'): Promise<Float32Array[]> {
    const startedAt = performance.now();
    const ended = (outcome: string) => this.metrics.embedded(outcome, performance.now() - startedAt);
    try {
      signal.throwIfAborted();
      const vectors = await this.#run(texts, signal, role);
      ended('ok');
      this.#failure = undefined;
      return vectors;
    } catch (error) {
      // Any other error is the abort reason.
      const code = error instanceof EmbeddingError ? error.code : undefined;
      if (code && role === 'query') this.#failure = { code, at: performance.now() };
      ended(code ?? 'aborted');
      throw error;
    }
  }

  #run(texts: readonly string[], signal: AbortSignal, role: EmbeddingRole): Promise<Float32Array[]> {
    const { submit, timeoutMs } = this.options;
    if (role === 'passage') return submit(texts, role, signal);
    return this.#recent.through(texts, (unknown) =>
      withinDeadline(signal, timeoutMs, (limited) => submit(unknown, role, limited)),
    );
  }
}
