import { Observable, Subject, type Subscriber } from 'rxjs';
import type { BreakerState } from '@app/metrics';
import { heldBack } from '../openai/refusal.js';
import { type UpstreamError, asUpstreamError } from '../openai/upstream.error.js';
import { Layer } from './layer.js';

/** Failures in a row that open it. */
const FAILURES_TO_OPEN = 10;
/** How long it stays open before one request may try. */
const OPEN_MS = 5_000;

/**
 * Stops asking an upstream that fails ten times in a row. Open, everything fails at once; after five seconds a single
 * request tries (half-open), and its outcome decides. The first delta counts as success: what comes later says nothing
 * about whether the upstream can be reached. An abort says nothing at all; cockatiel's breaker takes it for a success
 * and lets everybody wait for the probe, so that one only lends its backoff (see retry-before-text).
 */
export class CircuitBreaker {
  readonly #opened = new Subject<void>();
  #state: BreakerState = 'closed';
  #failures = 0;
  #openUntil = 0;

  constructor(private readonly onChange: (state: BreakerState, reason?: UpstreamError) => void = () => undefined) {}

  get state(): BreakerState {
    return this.#state;
  }

  /** Never emits; errors when the breaker opens, for those who wait for their turn. */
  readonly opened: Observable<never> = new Observable((subscriber) => {
    return this.#opened.subscribe(() => subscriber.error(this.#refusal()));
  });

  /** Runs the source unless the breaker is open, and learns from its outcome. */
  guard<Value>(source: Observable<Value>): Observable<Value> {
    return new Observable((subscriber) => {
      if (!this.#admit()) return subscriber.error(this.#refusal());
      new Guarded(subscriber, this.#state === 'half-open', this.#learn).follow(source);
    });
  }

  readonly #learn = (outcome: Outcome, probing: boolean): void => {
    if (outcome === 'left') this.#released(probing);
    else if (outcome === 'served') this.#succeeded();
    else this.#judge(outcome, probing);
  };

  #admit(): boolean {
    if (this.#state === 'closed') return true;
    if (this.#state === 'half-open' || performance.now() < this.#openUntil) return false;
    this.#become('half-open');
    return true;
  }

  #judge(error: UpstreamError, probing: boolean): void {
    if (!error.sent) return this.#released(probing);
    // It answered, and was right: the request is wrong, not the upstream.
    if (error.code === 'llm.rejected' || error.code === 'llm.unauthorized') return this.#succeeded();
    this.#failures++;
    if (this.#state === 'half-open' ? probing : this.#failures >= FAILURES_TO_OPEN) this.#open(error);
  }

  #succeeded(): void {
    this.#failures = 0;
    if (this.#state !== 'closed') this.#become('closed');
  }

  /** A probe that left without an answer: the next request is the probe. */
  #released(probing: boolean): void {
    if (!probing || this.#state !== 'half-open') return;
    this.#openUntil = 0;
    this.#become('open');
  }

  #open(reason: UpstreamError): void {
    if (this.#state === 'open') return;
    this.#openUntil = performance.now() + OPEN_MS;
    this.#become('open', reason);
    this.#opened.next();
  }

  #refusal(): UpstreamError {
    return heldBack('llm.unavailable', this.#openUntil - performance.now());
  }

  #become(state: BreakerState, reason?: UpstreamError): void {
    this.#state = state;
    this.onChange(state, reason);
  }
}

type Outcome = 'served' | 'left' | UpstreamError;

/** One stream behind the breaker, which hears of its first sign only. */
class Guarded<Value> extends Layer<Value> {
  #decided = false;

  constructor(
    destination: Subscriber<Value>,
    private readonly probing: boolean,
    private readonly learn: (outcome: Outcome, probing: boolean) => void,
  ) {
    super(destination);
  }

  protected override _next(value: Value): void {
    this.#decide('served');
    super._next(value);
  }

  protected override _error(error: unknown): void {
    this.#decide(asUpstreamError(error));
    super._error(error);
  }

  protected override _complete(): void {
    this.#decide('served');
    super._complete();
  }

  override unsubscribe(): void {
    if (!this.closed) this.#decide('left');
    super.unsubscribe();
  }

  #decide(outcome: Outcome): void {
    if (this.#decided) return;
    this.#decided = true;
    this.learn(outcome, this.probing);
  }
}
