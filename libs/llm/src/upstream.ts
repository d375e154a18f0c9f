import { Logger } from '@nestjs/common';
import type { UpstreamSettings } from '@app/config';
import type { LlmMetrics, UpstreamName } from '@app/metrics';
import { Observable, defer, switchMap, throwError, timer } from 'rxjs';
import { AdaptingObserver } from './adapting-observer.js';
import type { Dialect } from './dialect.js';
import { FailureLog } from './failure-log.js';
import type { Transport } from './http/transport.js';
import type { LlmDelta, LlmRequest, UpstreamState } from './llm-client.js';
import { type Account, MeasuredRequest } from './measured-request.js';
import { recoverBeforeText } from './policies/before-text.js';
import { CircuitBreaker } from './policies/circuit-breaker.js';
import { ConcurrencyLimit } from './policies/concurrency-limit.js';
import { RetryBudget } from './policies/retry-budget.js';
import { type SectionRetries, retryBeforeText } from './policies/retry-before-text.js';
import { SlotQueue } from './policies/slot-queue.js';
import { FirstTokenAllowance, type TokenDeadlines, withTokenDeadlines } from './policies/token-deadlines.js';
import type { UpstreamError } from './upstream.error.js';

export interface UpstreamPolicies {
  readonly maxConcurrency: number;
  readonly connectTimeoutMs: number;
  readonly firstTokenTimeoutMs: number;
  readonly interTokenTimeoutMs: number;
}

/** Remaining time and attempts of one section, shared by both upstreams. */
export interface SectionAllowance {
  /** Deadline, as `performance.now()`. */
  readonly until: number;
  readonly retries: SectionRetries;
}

/** Consecutive adaptations within one section, so that a server that rejects everything is not retried forever. */
const MAX_ADAPTATIONS = 6;

/** Interval of requests to a server that is still loading its model. */
const LOADING_POLL_MS = 1_000;

interface Attempt {
  readonly firstToken: FirstTokenAllowance;
  /** Deadline, as `performance.now()`. */
  readonly until: number;
  readonly accepted: () => void;
}

/** One upstream with its policies: retries, circuit breaker, slot queue, adaptation of parameters, deadlines. */
export class Upstream {
  readonly #logger = new Logger('Llm');
  readonly #failures: FailureLog;
  readonly #budget = new RetryBudget();
  readonly #breaker: CircuitBreaker;
  readonly #limit: ConcurrencyLimit;
  readonly #queue: SlotQueue<LlmDelta>;
  readonly #deadlines: TokenDeadlines;
  #limited = false;
  #pausedUntil = Number.NEGATIVE_INFINITY;

  constructor(
    readonly name: UpstreamName,
    private readonly settings: UpstreamSettings,
    private readonly policies: UpstreamPolicies,
    private readonly dialect: Dialect,
    private readonly transport: Transport,
    private readonly metrics: LlmMetrics,
  ) {
    this.#failures = new FailureLog(name, this.#logger);
    this.#breaker = new CircuitBreaker((state, reason) => this.#breakerChanged(state, reason?.code));
    this.#limit = new ConcurrencyLimit(policies.maxConcurrency, (limit) => this.#limitChanged(limit));
    this.#queue = new SlotQueue(this.#limit, {
      sentBack: () => metrics.retried(name, 'slot'),
      paused: (ms) => this.#paused(ms),
    });
    this.#deadlines = { connectMs: policies.connectTimeoutMs, interTokenMs: policies.interTokenTimeoutMs };
    metrics.register(name, { engine: dialect.engine, model: settings.model });
    metrics.limit(name, policies.maxConcurrency);
    metrics.breaker(name, 'closed');
  }

  get state(): UpstreamState {
    return {
      upstream: this.name,
      engine: this.dialect.engine,
      model: this.settings.model,
      breaker: this.#breaker.state,
      inFlight: this.#queue.running,
      waiting: this.#queue.waiting,
      limit: this.#limit.value,
      pauseMs: this.#queue.pauseMs,
      adapted: { ...this.dialect.adapted },
    };
  }

  /**
   * Streams the text of one section. The policies are built from the innermost outwards. Cold; errors with
   * UpstreamError only.
   */
  stream(prompt: LlmRequest, { until, retries }: SectionAllowance): Observable<LlmDelta> {
    return defer(() => {
      this.#budget.deposit();
      const firstToken = new FirstTokenAllowance(this.policies.firstTokenTimeoutMs);
      const request = (accepted: () => void) =>
        this.#adapting(prompt, { firstToken, until, accepted }, MAX_ADAPTATIONS);
      const slotted = this.#queue.run(request, { until, abandoned: this.#breaker.opened });
      const guarded = this.#breaker.guard(slotted);
      return guarded.pipe(retryBeforeText({ retries, budget: this.#budget, until, onRetry: this.#retried }));
    });
  }

  /**
   * Repeats the request in the same slot when the next request avoids the cause of the rejection, and while the model
   * is loading: most servers hold the request meanwhile, others answer 503 at once.
   */
  #adapting(prompt: LlmRequest, attempt: Attempt, left: number): Observable<LlmDelta> {
    return this.#request(prompt, attempt).pipe(
      recoverBeforeText((error) => {
        const waitMs = error.loading ? loadingWaitMs(error, attempt) : undefined;
        if (waitMs !== undefined) return timer(waitMs).pipe(switchMap(() => this.#adapting(prompt, attempt, left)));
        if (!error.adapted || left === 0) return throwError(() => error);
        this.metrics.retried(this.name, 'parameter');
        return this.#adapting(prompt, attempt, left - 1);
      }),
    );
  }

  /** Sends one request with its deadlines and metrics. */
  #request(prompt: LlmRequest, { firstToken, accepted }: Attempt): Observable<LlmDelta> {
    const { dialect } = this;
    const send = (sent: () => void) => {
      const observer = new AdaptingObserver(dialect, sent, accepted);
      const make = () => observer.request(prompt);
      return this.transport.send(make, () => dialect.reader(this.#badChunk), observer, prompt.traceparent);
    };
    return this.#measured(withTokenDeadlines(this.#deadlines, firstToken, send));
  }

  #measured(request: Observable<LlmDelta>): Observable<LlmDelta> {
    return new Observable((subscriber) => {
      this.metrics.started(this.name);
      new MeasuredRequest(subscriber, this.#account).follow(request);
    });
  }

  readonly #retried = ({ code }: { code: string }): void => this.metrics.retried(this.name, code);
  readonly #badChunk = (): void => this.metrics.badChunk(this.name);
  readonly #account: Account = {
    late: () => this.transport.distrust(),
    failed: (error) => this.#failures.failed(error),
    used: (usage) => this.metrics.used(this.name, usage),
    ended: (outcome, ms) => {
      if (outcome === 'ok') this.#failures.succeeded();
      this.metrics.ended(this.name, outcome, ms);
    },
  };

  #breakerChanged(state: 'closed' | 'half-open' | 'open', reason: string | undefined): void {
    this.metrics.breaker(this.name, state);
    if (state === 'open' && reason) this.#logger.warn(`Circuit breaker opened (upstream=${this.name}, code=${reason})`);
    if (state === 'closed') this.#logger.log(`Circuit breaker closed (upstream=${this.name})`);
  }

  #paused(ms: number): void {
    this.metrics.paused(this.name, ms);
    const now = performance.now();
    if (now >= this.#pausedUntil) this.#logger.warn(`Upstream paused (upstream=${this.name}, ms=${ms})`);
    this.#pausedUntil = now + ms;
  }

  #limitChanged(limit: number): void {
    this.metrics.limit(this.name, limit);
    const limited = limit < this.policies.maxConcurrency;
    if (limited === this.#limited) return;
    this.#limited = limited;
    const what = limited ? 'Concurrency reduced after 429' : 'Concurrency restored';
    this.#logger[limited ? 'warn' : 'log'](`${what} (upstream=${this.name}, limit=${limit})`);
  }
}

/** Time until the next request to a server that loads its model; undefined when that would be too late. */
function loadingWaitMs({ retryAfterMs = 0 }: UpstreamError, { firstToken, until }: Attempt): number | undefined {
  const waitMs = Math.max(retryAfterMs, LOADING_POLL_MS);
  if (waitMs >= firstToken.ms || performance.now() + waitMs >= until) return undefined;
  firstToken.spend(waitMs);
  return waitMs;
}
