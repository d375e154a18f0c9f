import type { Readable } from 'node:stream';
import { Observable, type Subscriber } from 'rxjs';
import type { AnswerReader } from '../answers/answer-reader.js';
import type { AnswerDelta } from '../answers/answer-delta.js';
import type { CallObserver } from './call-observer.js';
import { Call, type TailPatience } from './call.js';
import type { OutgoingRequest } from './outgoing-request.js';
import { RequestBody } from './request-body.js';
import type { SocketPool } from './socket-pool.js';

/** Redirects that keep method and body. */
const REDIRECTS: ReadonlySet<number> = new Set([307, 308]);
const MAX_REDIRECTS = 3;

/** Sends requests to one upstream. No policy: each subscription is exactly one request. */
export class Transport {
  /** Requests whose subscriber has gone though the upstream still works on them. */
  orphans = 0;
  /** Where a 308 has moved a path for good. */
  readonly #moved = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly pool: Pick<SocketPool, 'dispatch' | 'distrust'>,
    private readonly patience: TailPatience,
    private readonly onOrphans: () => void = () => undefined,
  ) {}

  /**
   * Cold. Unsubscribing aborts the request. Errors with UpstreamError only.
   * @param make called when it is sent and the body not kept: a prompt is often the largest thing an open stream holds.
   */
  send(
    make: () => OutgoingRequest,
    read: () => AnswerReader,
    observer: CallObserver = {},
    traceparent?: string,
  ): Observable<AnswerDelta> {
    return new Observable((subscriber) => {
      const request = make();
      this.#dispatch(request, subscriber, { read, observer, traceparent, make }, this.#moved.get(request.path), 0);
    });
  }

  /** An answer did not come in time: see SocketPool. */
  distrust(): void {
    this.pool.distrust();
  }

  #dispatch(
    { path, headers, body, ...limits }: OutgoingRequest,
    subscriber: Subscriber<AnswerDelta>,
    sending: Sending,
    movedTo: string | undefined,
    redirects: number,
  ): void {
    const counted = new CountedRequest(sending.observer, this.#orphans);
    counted.redirect = (status, location) => {
      const target = redirects < MAX_REDIRECTS ? this.#target(status, location, movedTo ?? path) : undefined;
      if (target === undefined || subscriber.closed) return false;
      if (status === 308) this.#moved.set(path, target);
      this.#dispatch(sending.make(), subscriber, sending, target, redirects + 1);
      return true;
    };
    const call = new Call(subscriber, sending.read(), limits, counted, this.patience);
    counted.endWith(call, subscriber);
    const bytes = new RequestBody(body);
    const { traceparent } = sending;
    this.pool.dispatch(
      {
        origin: this.origin,
        path: movedTo ?? path,
        method: 'POST',
        headers: { ...headers, 'content-length': String(bytes.bytes), ...(traceparent && { traceparent }) },
        // undici takes any iterable; its types do not say so.
        body: bytes as unknown as Readable,
      },
      call,
    );
  }

  /** Path of a redirect; undefined when it leaves the origin, which must not get the key. */
  #target(status: number, location: string, path: string): string | undefined {
    if (!REDIRECTS.has(status) || !URL.canParse(location, this.origin + path)) return undefined;
    const url = new URL(location, this.origin + path);
    return url.origin === this.origin ? url.pathname + url.search : undefined;
  }

  readonly #orphans = (change: 1 | -1): void => {
    this.orphans += change;
    this.onOrphans();
  };
}

interface Sending {
  readonly make: () => OutgoingRequest;
  readonly read: () => AnswerReader;
  readonly observer: CallObserver;
  readonly traceparent: string | undefined;
}

/** Passes a request's events on, and knows whether the upstream works on it without a subscriber. */
class CountedRequest implements CallObserver {
  /** Dropped with the headers of an answer: it holds the prompt. */
  redirect: ((status: number, location: string) => boolean) | undefined;
  #open = false;
  #orphaned = false;

  constructor(
    private readonly observer: CallObserver,
    private readonly onOrphan: (change: 1 | -1) => void,
  ) {}

  sent(): void {
    this.#open = true;
    this.observer.sent?.();
  }

  accepted(): void {
    this.redirect = undefined;
    this.observer.accepted?.();
  }

  rejected(status: number, body: string): boolean {
    return this.observer.rejected?.(status, body) ?? false;
  }

  outOfTokens(): boolean {
    return this.observer.outOfTokens?.() ?? false;
  }

  redirected(status: number, location: string): boolean {
    return this.redirect?.(status, location) ?? false;
  }

  closed(): void {
    this.#open = false;
    if (this.#orphaned) this.onOrphan(-1);
    this.observer.closed?.();
  }

  /** Ends the call when its subscriber goes. A closure made where the body is would keep the prompt. */
  endWith(call: Call, subscriber: Subscriber<AnswerDelta>): void {
    subscriber.add(() => {
      call.abort();
      this.#leave();
    });
  }

  #leave(): void {
    this.#orphaned = this.#open;
    if (this.#orphaned) this.onOrphan(1);
  }
}
