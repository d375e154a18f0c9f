import { Logger } from '@nestjs/common';
import type { BreakerState, LlmMetrics, UpstreamName } from '@app/metrics';
import { Observable, type Subscriber, defer } from 'rxjs';
import type { LlmDelta, LlmRequest } from './llm-client.js';
import { completionRequest } from './openai/completion-request.js';
import type { CompletionTransport } from './openai/completion-transport.js';
import type { UpstreamSettings } from './openai/upstream-endpoint.js';
import { asUpstreamError } from './openai/upstream.error.js';
import { CircuitBreaker } from './policies/circuit-breaker.js';
import { ConcurrencyLimit } from './policies/concurrency-limit.js';
import { Layer } from './policies/layer.js';
import { RetryBudget } from './policies/retry-budget.js';
import { type SectionRetries, retryBeforeText } from './policies/retry-before-text.js';
import { SlotQueue } from './policies/slot-queue.js';
import { FirstTokenAllowance, type TokenDeadlines, withTokenDeadlines } from './policies/token-deadlines.js';

export interface UpstreamPolicies {
  readonly maxConcurrency: number;
  readonly connectTimeoutMs: number;
  readonly firstTokenTimeoutMs: number;
  readonly interTokenTimeoutMs: number;
}

/** What one section has left, whichever upstream writes it. */
export interface SectionAllowance {
  /** `performance.now()` at which it is over. */
  readonly until: number;
  readonly retries: SectionRetries;
}

/** How an upstream is doing, for the health page. */
export interface UpstreamState {
  readonly upstream: UpstreamName;
  readonly model: string;
  readonly breaker: BreakerState;
  /** Requests under way. */
  readonly inFlight: number;
  /** Sections waiting for a slot. */
  readonly waiting: number;
  /** Requests allowed at once; shrinks on 429. */
  readonly limit: number;
}

/** One upstream and what stands between it and a section. */
export class Upstream {
  readonly #logger = new Logger('Llm');
  readonly #budget = new RetryBudget();
  readonly #breaker: CircuitBreaker;
  readonly #limit: ConcurrencyLimit;
  readonly #queue: SlotQueue<LlmDelta>;
  readonly #deadlines: TokenDeadlines;
  #limited = false;

  constructor(
    readonly name: UpstreamName,
    private readonly settings: UpstreamSettings,
    private readonly policies: UpstreamPolicies,
    private readonly transport: CompletionTransport,
    private readonly metrics: LlmMetrics,
  ) {
    this.#breaker = new CircuitBreaker((state, reason) => this.#breakerChanged(state, reason?.code));
    this.#limit = new ConcurrencyLimit(policies.maxConcurrency, (limit) => this.#limitChanged(limit));
    this.#queue = new SlotQueue(this.#limit, () => metrics.retried(name, 'slot'));
    this.#deadlines = { connectMs: policies.connectTimeoutMs, interTokenMs: policies.interTokenTimeoutMs };
    metrics.limit(name, policies.maxConcurrency);
    metrics.breaker(name, 'closed');
  }

  get model(): string {
    return this.settings.model;
  }

  get state(): UpstreamState {
    return {
      upstream: this.name,
      model: this.model,
      breaker: this.#breaker.state,
      inFlight: this.#queue.running,
      waiting: this.#queue.waiting,
      limit: this.#limit.value,
    };
  }

  /** Cold; one section's text, read from the innermost outwards. Errors with UpstreamError only. */
  stream(prompt: LlmRequest, { until, retries }: SectionAllowance): Observable<LlmDelta> {
    return defer(() => {
      this.#budget.deposit();
      const firstToken = new FirstTokenAllowance(this.policies.firstTokenTimeoutMs);
      const request = (accepted: () => void) => this.#request(prompt, firstToken, accepted);
      const slotted = this.#queue.run(request, { until, abandoned: this.#breaker.opened });
      const guarded = this.#breaker.guard(slotted);
      return guarded.pipe(retryBeforeText({ retries, budget: this.#budget, until, onRetry: this.#retried }));
    });
  }

  /** One request within its deadlines, counted and timed. */
  #request(prompt: LlmRequest, firstToken: FirstTokenAllowance, accepted: () => void): Observable<LlmDelta> {
    const send = (sent: () => void) => {
      const body = () => completionRequest(this.settings, prompt);
      return this.transport.send(body, { sent, accepted, badChunk: this.#badChunk }, prompt.traceparent);
    };
    return this.#measured(withTokenDeadlines(this.#deadlines, firstToken, send));
  }

  #measured(request: Observable<LlmDelta>): Observable<LlmDelta> {
    return new Observable((subscriber) => {
      this.metrics.started(this.name);
      new Measured(subscriber, this.#account).follow(request);
    });
  }

  readonly #retried = ({ code }: { code: string }): void => this.metrics.retried(this.name, code);
  readonly #badChunk = (): void => this.metrics.badChunk(this.name);
  readonly #account: Account = {
    late: () => this.transport.distrust(),
    ended: (outcome, ms) => this.metrics.ended(this.name, outcome, ms),
  };

  #breakerChanged(state: BreakerState, reason: string | undefined): void {
    this.metrics.breaker(this.name, state);
    if (state === 'open' && reason) this.#logger.warn(`The ${this.name} model is given a rest (${reason})`);
    if (state === 'closed') this.#logger.log(`The ${this.name} model answers again`);
  }

  #limitChanged(limit: number): void {
    this.metrics.limit(this.name, limit);
    const limited = limit < this.policies.maxConcurrency;
    if (limited === this.#limited) return;
    this.#limited = limited;
    if (limited) this.#logger.warn(`The ${this.name} model refuses requests for their number: fewer at once`);
    else this.#logger.log(`The ${this.name} model takes ${limit} requests at once again`);
  }
}

interface Account {
  /** A deadline of the request has passed; told before whoever may ask again. */
  late(): void;
  ended(outcome: string, ms: number): void;
}

/** Counts a request as ended exactly once, however it ends; left alone it was aborted. */
class Measured extends Layer<LlmDelta> {
  readonly #startedAt = performance.now();
  #outcome = 'aborted';

  constructor(
    destination: Subscriber<LlmDelta>,
    private readonly account: Account,
  ) {
    super(destination);
  }

  protected override _error(error: unknown): void {
    this.#outcome = asUpstreamError(error).code;
    if (this.#outcome === 'llm.timeout') this.account.late();
    super._error(error);
  }

  protected override _complete(): void {
    this.#outcome = 'ok';
    super._complete();
  }

  override unsubscribe(): void {
    if (!this.closed) this.account.ended(this.#outcome, performance.now() - this.#startedAt);
    super.unsubscribe();
  }
}
