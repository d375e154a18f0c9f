import type { Observable, Subscriber, Subscription } from 'rxjs';
import type { UpstreamError } from '../openai/upstream.error.js';

export interface TurnOptions {
  /** `performance.now()` at which the section is over. */
  readonly until: number;
  /** Never emits; errors as soon as waiting is pointless. */
  readonly abandoned: Observable<never>;
}

/** A request; it calls `accepted` when the upstream has taken it (the first value says so too). */
export type SlotCall<Value> = (accepted: () => void) => Observable<Value>;

/** One request's way through the slot queue: it waits, runs, and may be sent back to wait. */
export class Turn<Value> {
  sentAt = 0;
  /** The upstream has taken it. */
  accepted = false;
  /** The refusal on which there is no verdict yet. */
  refusal: UpstreamError | undefined;
  #served = false;
  #watch: Subscription | undefined;
  /** Undefined once it is served: it is not sent again, and need not keep its prompt. */
  #call: SlotCall<Value> | undefined;

  constructor(
    /** Place in the order of arrival; kept when it is sent back. */
    readonly order: number,
    call: SlotCall<Value>,
    readonly subscriber: Subscriber<Value>,
    private readonly options: TurnOptions,
  ) {
    this.#call = call;
  }

  get until(): number {
    return this.options.until;
  }

  /** It has got something: a 2xx alone may still hold a refusal. */
  get served(): boolean {
    return this.#served;
  }

  /** Ends it when waiting becomes pointless. */
  wait(): void {
    this.refusal = undefined;
    this.#watch ??= this.options.abandoned.subscribe({ error: (error: unknown) => this.subscriber.error(error) });
  }

  go(): void {
    this.stopWaiting();
    this.sentAt = performance.now();
    this.accepted = false;
  }

  /** The request itself. @throws Error when it has been served: there is no second one. */
  request(accepted: () => void): Observable<Value> {
    if (!this.#call) throw new Error('A request that was served is not sent again.');
    return this.#call(accepted);
  }

  serve(): void {
    this.#served = true;
    this.#call = undefined;
  }

  stopWaiting(): void {
    this.#watch?.unsubscribe();
    this.#watch = undefined;
  }
}
