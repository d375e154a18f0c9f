import { Observable, Subject, type Subscriber } from 'rxjs';
import type { BreakerState } from '@app/metrics';
import { rejectedLocally } from '../refusal.js';
import { type UpstreamError, asUpstreamError } from '../upstream.error.js';
import { Stage } from './stage.js';

/** Number of consecutive failures that open the breaker. */
const FAILURES_TO_OPEN = 10;
/** Time the breaker stays open before it admits one request as a probe. */
const OPEN_MS = 5_000;

/**
 * Stops sending to an upstream after ten consecutive failures. While it is open, every request fails at once. After
 * five seconds it admits a single request as a probe (half-open), whose outcome decides. The first delta counts as
 * success, because later events say nothing about reachability. An aborted request counts neither as success nor as
 * failure. cockatiel's breaker counts it as success and makes all requests wait for the probe, so only cockatiel's
 * backoff is used (retry-before-text).
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

  /** Never emits; errors when the breaker opens, which ends the requests that wait for a slot. */
  readonly opened: Observable<never> = new Observable((subscriber) => {
    return this.#opened.subscribe(() => subscriber.error(this.#refusal()));
  });

  /** Runs the source unless the breaker is open, and counts its outcome. */
  guard<Value>(source: Observable<Value>): Observable<Value> {
    return new Observable((subscriber) => {
      if (!this.#admit()) return subscriber.error(this.#refusal());
      new Guarded(subscriber, this.#state === 'half-open', this.#count).follow(source);
    });
  }

  readonly #count = (outcome: Outcome, probing: boolean): void => {
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
    if (HEALTHY.has(error.code)) return this.#succeeded();
    this.#failures++;
    if (this.#state === 'half-open' ? probing : this.#failures >= FAILURES_TO_OPEN) this.#open(error);
  }

  #succeeded(): void {
    this.#failures = 0;
    if (this.#state !== 'closed') this.#become('closed');
  }

  /** A probe was aborted before its outcome was known: the next request becomes the probe. */
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
    return rejectedLocally('llm.unavailable', this.#openUntil - performance.now());
  }

  #become(state: BreakerState, reason?: UpstreamError): void {
    this.#state = state;
    this.onChange(state, reason);
  }
}

/** Error codes that prove that the upstream is reachable: the key, the prompt or the token limit is the cause. */
const HEALTHY: ReadonlySet<string> = new Set([
  'llm.rejected',
  'llm.unauthorized',
  'llm.filtered',
  'llm.refused',
  'llm.incomplete',
]);

type Outcome = 'served' | 'left' | UpstreamError;

/** One stream behind the breaker. Reports only the first outcome: a delta, an error, completion or unsubscription. */
class Guarded<Value> extends Stage<Value> {
  #decided = false;

  constructor(
    destination: Subscriber<Value>,
    private readonly probing: boolean,
    private readonly count: (outcome: Outcome, probing: boolean) => void,
  ) {
    super(destination);
  }

  next(value: Value): void {
    this.#decide('served');
    this.destination.next(value);
  }

  override error(error: unknown): void {
    this.#decide(asUpstreamError(error));
    super.error(error);
  }

  override complete(): void {
    this.#decide('served');
    super.complete();
  }

  protected override left(): void {
    this.#decide('left');
  }

  #decide(outcome: Outcome): void {
    if (this.#decided) return;
    this.#decided = true;
    this.count(outcome, this.probing);
  }
}
