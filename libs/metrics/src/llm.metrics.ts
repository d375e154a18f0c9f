import { Injectable } from '@nestjs/common';
import { GEN_AI_SECONDS, GEN_AI_TOKENS, MODEL_SECONDS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

/** One of the two upstreams that can be configured. */
export type UpstreamName = 'primary' | 'fallback';
export type BreakerState = 'closed' | 'half-open' | 'open';

/** As reported by the upstream; the completion includes hidden reasoning. */
interface TokenCounts {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** The API and the model of an upstream, from the configuration. */
interface ServedBy {
  readonly engine: string;
  readonly model: string;
}

type GenAiLabels = Readonly<Record<'gen_ai_operation_name' | 'gen_ai_provider_name' | 'gen_ai_request_model', string>>;

const BREAKER_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

@Injectable()
export class LlmMetrics {
  readonly #requests;
  readonly #duration;
  readonly #inFlight;
  readonly #limit;
  readonly #retries;
  readonly #fallbacks;
  readonly #breaker;
  readonly #connections;
  readonly #badChunks;
  readonly #pauses;
  readonly #pausedUntil;
  readonly #info;
  readonly #operations;
  readonly #tokens;
  /** GenAI labels by upstream. */
  readonly #served = new Map<UpstreamName, GenAiLabels>();

  constructor(private readonly registry: MetricsRegistry) {
    this.#requests = registry.counter('llm_requests_total', 'Requests sent to an upstream, by how they ended.', [
      'upstream',
      'outcome',
    ]);
    this.#duration = registry.histogram(
      'llm_request_duration_seconds',
      'Time of one upstream request.',
      MODEL_SECONDS,
      ['upstream', 'outcome'],
    );
    this.#inFlight = registry.gauge('llm_requests_in_flight', 'Upstream requests under way.', ['upstream']);
    this.#limit = registry.gauge('llm_concurrency_limit', 'Upstream requests allowed at once; shrinks on 429.', [
      'upstream',
    ]);
    this.#retries = registry.counter('llm_retries_total', 'Requests sent again before a section’s first text.', [
      'upstream',
      'reason',
    ]);
    this.#fallbacks = registry.counter('llm_fallbacks_total', 'Sections that went to the second upstream.');
    this.#breaker = registry.gauge('llm_breaker_state', 'Circuit breaker: 0 closed, 1 half-open, 2 open.', [
      'upstream',
    ]);
    this.#connections = registry.gauge('llm_connections', 'Open sockets to an upstream.', ['upstream']);
    this.#badChunks = registry.counter(
      'llm_bad_chunks_total',
      'Chunks of a completion that were no valid JSON and were skipped.',
      ['upstream'],
    );
    this.#pauses = registry.counter('llm_pauses_total', 'Refusals whose Retry-After paused an upstream.', ['upstream']);
    this.#pausedUntil = registry.gauge(
      'llm_paused_until_timestamp_seconds',
      'Unix time until which an upstream is sent nothing, as its last Retry-After asked.',
      ['upstream'],
    );
    this.#info = registry.gauge('llm_info', 'API and model of an upstream; always 1.', ['upstream', 'engine', 'model']);
    this.#operations = registry.histogram(
      'gen_ai_client_operation_duration_seconds',
      'Time of one upstream request, with the labels of OpenTelemetry’s conventions for generative AI.',
      GEN_AI_SECONDS,
      ['gen_ai_operation_name', 'gen_ai_provider_name', 'gen_ai_request_model', 'error_type'],
    );
    this.#tokens = registry.histogram(
      'gen_ai_client_token_usage',
      'Tokens of one upstream request as the upstream counts them, by OpenTelemetry’s conventions.',
      GEN_AI_TOKENS,
      ['gen_ai_operation_name', 'gen_ai_provider_name', 'gen_ai_request_model', 'gen_ai_token_type'],
    );
  }

  /** Registers the API and the model of an upstream. */
  register(upstream: UpstreamName, { engine, model }: ServedBy): void {
    this.#served.set(upstream, {
      gen_ai_operation_name: 'chat',
      gen_ai_provider_name: engine,
      gen_ai_request_model: model,
    });
    if (this.registry.enabled) this.#info.set({ upstream, engine, model }, 1);
  }

  /** Token counts that the upstream reported for one request. */
  used(upstream: UpstreamName, { promptTokens, completionTokens }: TokenCounts): void {
    const served = this.#served.get(upstream);
    if (!this.registry.enabled || !served) return;
    this.#tokens.observe({ ...served, gen_ai_token_type: 'input' }, promptTokens);
    this.#tokens.observe({ ...served, gen_ai_token_type: 'output' }, completionTokens);
  }

  /** The upstream requested a pause of `ms` from now. */
  paused(upstream: UpstreamName, ms: number): void {
    if (!this.registry.enabled) return;
    this.#pauses.inc({ upstream });
    this.#pausedUntil.set({ upstream }, (Date.now() + ms) / 1_000);
  }

  started(upstream: UpstreamName): void {
    if (this.registry.enabled) this.#inFlight.inc({ upstream });
  }

  /** @param end `ok`, `aborted` or the code of the LlmError. */
  ended(upstream: UpstreamName, end: string, ms: number): void {
    if (!this.registry.enabled) return;
    const outcome = label('llmOutcome', end);
    this.#inFlight.dec({ upstream });
    this.#requests.inc({ upstream, outcome });
    this.#duration.observe({ upstream, outcome }, ms / 1_000);
    const served = this.#served.get(upstream);
    const error_type = outcome === 'ok' || outcome === 'aborted' ? '' : outcome;
    if (served) this.#operations.observe({ ...served, error_type }, ms / 1_000);
  }

  limit(upstream: UpstreamName, streams: number): void {
    if (this.registry.enabled) this.#limit.set({ upstream }, streams);
  }

  retried(upstream: UpstreamName, reason: string): void {
    if (this.registry.enabled) this.#retries.inc({ upstream, reason: label('retryReason', reason) });
  }

  fellBack(): void {
    if (this.registry.enabled) this.#fallbacks.inc();
  }

  breaker(upstream: UpstreamName, state: BreakerState): void {
    if (this.registry.enabled) this.#breaker.set({ upstream }, BREAKER_VALUES[state]);
  }

  connections(upstream: UpstreamName, sockets: number): void {
    if (this.registry.enabled) this.#connections.set({ upstream }, sockets);
  }

  badChunk(upstream: UpstreamName): void {
    if (this.registry.enabled) this.#badChunks.inc({ upstream });
  }
}
