import type { Observable, Subscriber, Subscription } from 'rxjs';
import type { UpstreamError } from '../upstream.error.js';

export interface QueueOptions {
  /** Deadline of the section, as `performance.now()`. */
  readonly until: number;
  /** Never emits; errors when the request must not wait any longer. */
  readonly abandoned: Observable<never>;
}

/** Sends the request; calls `accepted` when the upstream has accepted it. The first value implies acceptance, too. */
export type SendRequest<Value> = (accepted: () => void) => Observable<Value>;

/** One request in the slot queue: it waits, runs, and may be queued again. */
export class QueuedRequest<Value> {
  sentAt = 0;
  /** The upstream has accepted it. */
  accepted = false;
  /** A 429 for which it is still unknown whether concurrency was the cause. */
  refusal: UpstreamError | undefined;
  #served = false;
  #watch: Subscription | undefined;
  /** Cleared with the first value, so that the prompt can be garbage-collected. */
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

  /** Whether the request has received a value. A 2xx status is not enough: its body may contain an error. */
  get served(): boolean {
    return this.#served;
  }

  /** Starts waiting; the request fails when `abandoned` errors. */
  wait(): void {
    this.refusal = undefined;
    this.#watch ??= this.options.abandoned.subscribe({ error: (error: unknown) => this.subscriber.error(error) });
  }

  start(): void {
    this.stopWaiting();
    this.sentAt = performance.now();
    this.accepted = false;
  }

  /** @throws Error when the request has been served: it must not be sent again */
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
