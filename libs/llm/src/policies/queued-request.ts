import type { Observable, Subscriber, Subscription } from 'rxjs';
import type { UpstreamError } from '../upstream.error.js';

export interface QueueOptions {
  /** `performance.now()` at which the section is over. */
  readonly until: number;
  /** Never emits; errors as soon as waiting is pointless. */
  readonly abandoned: Observable<never>;
}

/** Sends the request; `accepted` is called when the upstream has accepted it (the first value says so too). */
export type SendRequest<Value> = (accepted: () => void) => Observable<Value>;

/** One request on its way through the slot queue: it waits, runs, and may be sent back to wait. */
export class QueuedRequest<Value> {
  sentAt = 0;
  /** The upstream has accepted it. */
  accepted = false;
  /** A 429 of which it is not known yet whether it was about concurrency. */
  refusal: UpstreamError | undefined;
  #served = false;
  #watch: Subscription | undefined;
  /** Cleared when the request is sent, so that its prompt can be garbage-collected. */
  #send: SendRequest<Value> | undefined;

  constructor(
    /** Position in the order of arrival; kept when the request is queued again. */
    readonly order: number,
    send: SendRequest<Value>,
    readonly subscriber: Subscriber<Value>,
    private readonly options: QueueOptions,
  ) {
    this.#send = send;
  }

  get until(): number {
    return this.options.until;
  }

  /** It has received something: a 2xx alone may still hold a refusal. */
  get served(): boolean {
    return this.#served;
  }

  /** Ends it when waiting becomes pointless. */
  wait(): void {
    this.refusal = undefined;
    this.#watch ??= this.options.abandoned.subscribe({ error: (error: unknown) => this.subscriber.error(error) });
  }

  start(): void {
    this.stopWaiting();
    this.sentAt = performance.now();
    this.accepted = false;
  }

  /** @throws Error when it has been served: there is no second one. */
  send(accepted: () => void): Observable<Value> {
    if (!this.#send) throw new Error('A request that was served is not sent again.');
    return this.#send(accepted);
  }

  serve(): void {
    this.#served = true;
    this.#send = undefined;
  }

  stopWaiting(): void {
    this.#watch?.unsubscribe();
    this.#watch = undefined;
  }
}
