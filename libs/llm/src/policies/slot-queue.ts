import { Observable } from 'rxjs';
import { heldBack } from '../openai/refusal.js';
import { type UpstreamError, asUpstreamError } from '../openai/upstream.error.js';
import type { ConcurrencyLimit } from './concurrency-limit.js';
import { SlottedRequest } from './slotted-request.js';
import { type SlotCall, Turn, type TurnOptions } from './turn.js';
import { UpstreamPause } from './upstream-pause.js';

/** A stream that ended this long before a refused request was sent may still have been counted by the upstream. */
const GRACE_MS = 1_000;

/**
 * Lets as many requests run as the upstream bears, first come, first served. A request holds its slot until it ends.
 *
 * A 429 is a sign to wait for a slot, as long as the upstream serves others of ours: the request goes back to its place
 * in the queue, which costs no retry. Only if it is refused while the upstream serves nobody – nothing was taken, or
 * everything sent together was refused – is that an error of its own, and leaves the queue. `Retry-After` stops the
 * whole queue; who has no time to wait for its end is told at once.
 */
export class SlotQueue<Value = unknown> {
  readonly #pause = new UpstreamPause();
  readonly #running = new Set<Turn<Value>>();
  /** Refused, while it is open whether the upstream serves anybody. */
  readonly #undecided = new Set<Turn<Value>>();
  #waiting: Turn<Value>[] = [];
  #arrivals = 0;
  #servedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limit: ConcurrencyLimit,
    private readonly onSentBack: () => void = () => undefined,
  ) {}

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length + this.#undecided.size;
  }

  /** Cold. Unsubscribing gives the slot or the place in the queue back at once. */
  run(call: SlotCall<Value>, options: TurnOptions): Observable<Value> {
    return new Observable((subscriber) => this.#enter(new Turn(++this.#arrivals, call, subscriber, options)));
  }

  /** A method of its own, so that its closure holds the turn and not the call, which the turn lets go of. */
  #enter(turn: Turn<Value>): void {
    turn.subscriber.add(() => this.#leave(turn));
    this.#enqueue(turn);
    this.#pump();
  }

  #enqueue(turn: Turn<Value>): void {
    const pauseMs = this.#pause.until - performance.now();
    if (turn.until <= this.#pause.until) return turn.subscriber.error(heldBack('llm.rate_limited', pauseMs));
    this.#waiting.splice(this.#place(turn), 0, turn);
    turn.wait();
  }

  /** Where a turn stands, or would stand, among the waiting, who are in the order of arrival. Halving: thousands of
   *  readers may leave at the same moment. */
  #place({ order }: Turn<Value>): number {
    let [low, high] = [0, this.#waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#waiting[middle] as Turn<Value>).order < order) low = middle + 1;
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
    while (this.#waiting.length > 0 && this.#running.size < this.limit.value) {
      this.#run(this.#waiting.shift() as Turn<Value>);
    }
  }

  #run(turn: Turn<Value>): void {
    turn.go();
    this.#running.add(turn);
    new SlottedRequest(turn, this.#events).follow(turn.request(() => this.#accepted(turn)));
  }

  readonly #events = {
    accepted: (turn: Turn<Value>): void => this.#accepted(turn),
    failed: (turn: Turn<Value>, error: unknown): void => this.#failed(turn, asUpstreamError(error)),
    completed: (): void => this.limit.served(this.#running.size >= this.limit.value),
  };

  #accepted(turn: Turn<Value>): void {
    if (turn.accepted) return;
    turn.accepted = true;
    this.#pause.accepted();
    this.#decide((refused) => this.#sendBack(refused));
  }

  #failed(turn: Turn<Value>, error: UpstreamError): void {
    if (error.code === 'llm.rate_limited' && error.sent && !error.final) return this.#refused(turn, error);
    this.#release(turn);
    // Nobody is served: those who were refused beside it were not refused for their number.
    if (this.#running.size === 0) this.#decide((refused) => refused.subscriber.error(refused.refusal));
    turn.subscriber.error(error);
  }

  #refused(turn: Turn<Value>, error: UpstreamError): void {
    this.#running.delete(turn);
    this.limit.refused(turn.sentAt, this.#running.size);
    this.#pause.refused(turn.sentAt, error.retryAfterMs);
    turn.refusal = error;
    this.#undecided.add(turn);
    this.#tellThoseWithoutTime();
    if (this.#servedSince(turn.sentAt - GRACE_MS)) this.#decide((refused) => this.#sendBack(refused));
    else if (this.#running.size === 0) this.#decide((refused) => refused.subscriber.error(refused.refusal));
    this.#pump();
  }

  #servedSince(time: number): boolean {
    return this.#servedAt >= time || [...this.#running].some(({ accepted }) => accepted);
  }

  #decide(verdict: (turn: Turn<Value>) => void): void {
    const turns = [...this.#undecided];
    this.#undecided.clear();
    for (const turn of turns) verdict(turn);
  }

  #sendBack(turn: Turn<Value>): void {
    this.onSentBack();
    this.#enqueue(turn);
  }

  #tellThoseWithoutTime(): void {
    const late = this.#waiting.filter(({ until }) => until <= this.#pause.until);
    const pauseMs = this.#pause.until - performance.now();
    for (const turn of late) turn.subscriber.error(heldBack('llm.rate_limited', pauseMs));
  }

  /** @returns whether it had a slot. */
  #release(turn: Turn<Value>): boolean {
    if (turn.served) this.#servedAt = performance.now();
    return this.#running.delete(turn);
  }

  /** It has ended, in whatever way. */
  #leave(turn: Turn<Value>): void {
    turn.stopWaiting();
    if (!this.#release(turn) && !this.#undecided.delete(turn)) {
      const place = this.#place(turn);
      if (this.#waiting[place] === turn) this.#waiting.splice(place, 1);
    }
    // It left before it could say whether the upstream serves anybody: the refused ones may try again.
    if (this.#running.size === 0) this.#decide((refused) => this.#sendBack(refused));
    this.#pump();
  }
}
