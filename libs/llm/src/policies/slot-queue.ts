import { Observable } from 'rxjs';
import { rejectedLocally } from '../refusal.js';
import { type UpstreamError, asUpstreamError } from '../upstream.error.js';
import type { ConcurrencyLimit } from './concurrency-limit.js';
import { SlottedRequest } from './slotted-request.js';
import { QueuedRequest, type QueueOptions, type SendRequest } from './queued-request.js';
import { UpstreamPause } from './upstream-pause.js';

/** The upstream may still count a stream that ended this long before the refused request was sent. */
const GRACE_MS = 1_000;

export interface QueueEvents {
  /** A refused request goes back to its place. */
  readonly sentBack?: () => void;
  /** The upstream asked for a pause, which lasts for `ms`. */
  readonly paused?: (ms: number) => void;
}

/**
 * Runs as many requests at once as the upstream accepts, first come, first served. A request holds its slot until it
 * ends.
 *
 * A 429 means waiting for a slot as long as the upstream serves other requests of this process: the request goes back to
 * its place in the queue, which costs no retry. Only when it is refused while the upstream serves none – nothing was
 * accepted, or everything sent together was refused – is it an error, and leaves the queue. `Retry-After` stops the whole
 * queue; requests whose section ends before the pause does fail at once. After it a single request goes first.
 */
export class SlotQueue<Value = unknown> {
  readonly #pause = new UpstreamPause();
  readonly #running = new Set<QueuedRequest<Value>>();
  /** Refused, while it is not known whether the upstream serves any request. */
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

  /** Milliseconds until the upstream is sent the next request; 0 when it is not paused. */
  get pauseMs(): number {
    return this.#pause.leftMs;
  }

  /** Cold. Unsubscribing gives the slot or the place in the queue back at once. */
  run(send: SendRequest<Value>, options: QueueOptions): Observable<Value> {
    return new Observable((subscriber) => this.#enter(new QueuedRequest(++this.#arrivals, send, subscriber, options)));
  }

  /** A separate method: its closure must hold the request and not `send`, which the request drops. */
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

  /** Index of a request, present or not, among the waiting, which are in the order of arrival. A binary search:
   *  thousands of readers may leave at the same moment. */
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

  /** After a pause one request tries; the others follow when it has been accepted. */
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
    // None is served: those refused beside it were not refused because of the number of requests.
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

  /** It has ended, however. */
  #leave(request: QueuedRequest<Value>): void {
    request.stopWaiting();
    if (!this.#release(request) && !this.#undecided.delete(request)) {
      const place = this.#place(request);
      if (this.#waiting[place] === request) this.#waiting.splice(place, 1);
    }
    // It left before it was known whether the upstream serves any: the refused ones may try again.
    if (this.#running.size === 0) this.#decide((refused) => this.#sendBack(refused));
    this.#pump();
  }
}
