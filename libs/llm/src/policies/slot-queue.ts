import { Observable } from 'rxjs';
import { rejectedLocally } from '../refusal.js';
import { type UpstreamError, asUpstreamError } from '../upstream.error.js';
import type { ConcurrencyLimit } from './concurrency-limit.js';
import { SlottedRequest } from './slotted-request.js';
import { QueuedRequest, type QueueOptions, type SendRequest } from './queued-request.js';
import { UpstreamPause } from './upstream-pause.js';

/** Time after the end of a stream during which the upstream may still count it. */
const GRACE_MS = 1_000;

export interface QueueEvents {
  /** Called when a refused request returns to the queue. */
  readonly sentBack?: () => void;
  /** Called when the upstream has requested a pause, which lasts `ms`. */
  readonly paused?: (ms: number) => void;
}

/**
 * Runs as many requests at once as the upstream accepts, first come, first served. A request holds its slot until it
 * ends.
 *
 * While the upstream serves other requests of this process, a 429 means that no slot is free: the request returns to
 * its place in the queue, which uses no retry. When the upstream serves none (no request was accepted, or all requests
 * sent together were refused), the 429 is an error and the request leaves the queue. `Retry-After` pauses the whole
 * queue; requests whose deadline is before the end of the pause fail at once. After the pause, a single request is sent
 * first.
 */
export class SlotQueue<Value = unknown> {
  readonly #pause = new UpstreamPause();
  readonly #running = new Set<QueuedRequest<Value>>();
  /** Refused requests for which it is still unknown whether the upstream serves any other request. */
  readonly #undecided = new Set<QueuedRequest<Value>>();
  #waiting: QueuedRequest<Value>[] = [];
  #arrivals = 0;
  #servedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #probe: QueuedRequest<Value> | undefined;

  constructor(
    private readonly limit: ConcurrencyLimit,
    private readonly events: QueueEvents = {},
  ) {}

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length + this.#undecided.size;
  }

  /** Remaining milliseconds of the upstream's pause; 0 when it is not paused. */
  get pauseMs(): number {
    return this.#pause.leftMs;
  }

  /** Cold. Unsubscribing releases the slot or the place in the queue at once. */
  run(send: SendRequest<Value>, options: QueueOptions): Observable<Value> {
    return new Observable((subscriber) => this.#enter(new QueuedRequest(++this.#arrivals, send, subscriber, options)));
  }

  /** A separate method, so that its closure captures the request but not `send`, which the request releases. */
  #enter(request: QueuedRequest<Value>): void {
    request.subscriber.add(() => this.#leave(request));
    this.#enqueue(request);
    this.#pump();
  }

  #enqueue(request: QueuedRequest<Value>): void {
    const pauseMs = this.#pause.until - performance.now();
    if (request.until <= this.#pause.until)
      return request.subscriber.error(rejectedLocally('llm.rate_limited', pauseMs));
    this.#waiting.splice(this.#place(request), 0, request);
    request.wait();
  }

  /**
   * Index of a request in the waiting list, which is sorted by arrival, or the index at which to insert it. A binary
   * search, because thousands of clients may disconnect at the same moment.
   */
  #place({ order }: QueuedRequest<Value>): number {
    let [low, high] = [0, this.#waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#waiting[middle] as QueuedRequest<Value>).order < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    const pauseMs = this.#pause.until - performance.now();
    if (pauseMs > 0) {
      this.#timer = setTimeout(() => this.#pump(), Math.ceil(pauseMs));
      return;
    }
    while (this.#waiting.length > 0 && this.#running.size < this.limit.value && !this.#isProbed) {
      this.#run(this.#waiting.shift() as QueuedRequest<Value>);
    }
  }

  /** Whether the single request after a pause is still pending; the others wait until it is accepted. */
  get #isProbed(): boolean {
    return this.#pause.isProbing && this.#probe !== undefined && this.#running.has(this.#probe);
  }

  #run(request: QueuedRequest<Value>): void {
    request.start();
    this.#running.add(request);
    this.#probe = this.#pause.isProbing ? request : undefined;
    new SlottedRequest(request, this.#ends).follow(request.send(() => this.#accepted(request)));
  }

  readonly #ends = {
    accepted: (request: QueuedRequest<Value>): void => this.#accepted(request),
    failed: (request: QueuedRequest<Value>, error: unknown): void => this.#failed(request, asUpstreamError(error)),
    completed: (): void => this.limit.served(this.#running.size >= this.limit.value),
  };

  #accepted(request: QueuedRequest<Value>): void {
    if (request.accepted) return;
    request.accepted = true;
    this.#pause.accepted(request.sentAt);
    this.#decide((refused) => this.#sendBack(refused));
    this.#pump();
  }

  #failed(request: QueuedRequest<Value>, error: UpstreamError): void {
    if (error.code === 'llm.rate_limited' && error.sent && !error.final) return this.#refused(request, error);
    this.#release(request);
    // The upstream serves no request, so the number of requests was not the cause of the other refusals.
    if (this.#running.size === 0) this.#decide((refused) => refused.subscriber.error(refused.refusal));
    request.subscriber.error(error);
  }

  #refused(request: QueuedRequest<Value>, error: UpstreamError): void {
    this.#running.delete(request);
    this.limit.refused(request.sentAt, this.#running.size);
    this.#pause.refused(request.sentAt, error.retryAfterMs);
    if (error.retryAfterMs !== undefined) this.events.paused?.(this.pauseMs);
    request.refusal = error;
    this.#undecided.add(request);
    this.#rejectLate();
    if (this.#servedSince(request.sentAt - GRACE_MS)) this.#decide((refused) => this.#sendBack(refused));
    else if (this.#running.size === 0) this.#decide((refused) => refused.subscriber.error(refused.refusal));
    this.#pump();
  }

  #servedSince(time: number): boolean {
    return this.#servedAt >= time || [...this.#running].some(({ accepted }) => accepted);
  }

  #decide(verdict: (request: QueuedRequest<Value>) => void): void {
    const requests = [...this.#undecided];
    this.#undecided.clear();
    for (const request of requests) verdict(request);
  }

  #sendBack(request: QueuedRequest<Value>): void {
    this.events.sentBack?.();
    this.#enqueue(request);
  }

  #rejectLate(): void {
    const late = this.#waiting.filter(({ until }) => until <= this.#pause.until);
    const pauseMs = this.#pause.until - performance.now();
    for (const request of late) request.subscriber.error(rejectedLocally('llm.rate_limited', pauseMs));
  }

  /** @returns whether it had a slot. */
  #release(request: QueuedRequest<Value>): boolean {
    if (request.served) this.#servedAt = performance.now();
    return this.#running.delete(request);
  }

  /** Removes a request that has ended for any reason. */
  #leave(request: QueuedRequest<Value>): void {
    request.stopWaiting();
    if (!this.#release(request) && !this.#undecided.delete(request)) {
      const place = this.#place(request);
      if (this.#waiting[place] === request) this.#waiting.splice(place, 1);
    }
    // Nothing runs any more that could show whether the upstream serves requests: queue the refused ones again.
    if (this.#running.size === 0) this.#decide((refused) => this.#sendBack(refused));
    this.#pump();
  }
}
