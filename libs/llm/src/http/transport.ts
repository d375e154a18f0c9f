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

/** Sends requests to one upstream without retries or other policies: each subscription sends one request. */
export class Transport {
  /** Number of open upstream requests whose subscriber has unsubscribed. */
  orphans = 0;
  /** New paths by original path, from permanent redirects (308). */
  readonly #moved = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly pool: Pick<SocketPool, 'dispatch' | 'distrust'>,
    private readonly patience: TailPatience,
    private readonly onOrphans: () => void = () => undefined,
  ) {}

  /**
   * Cold. Unsubscribing aborts the request. Errors with UpstreamError only.
   * @param make builds the request when it is sent, and again for a redirect. The body is not retained, because a
   * prompt is often the largest allocation of an open stream.
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

  /** Reports a timed-out request; see `SocketPool.distrust`. */
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
    const { traceparent } = sending;
    this.pool.dispatch(
      {
        origin: this.origin,
        path: movedTo ?? path,
        method: 'POST',
        headers: { ...headers, 'content-length': String(body.length), ...(traceparent && { traceparent }) },
        // undici accepts any iterable; its types do not declare it.
        body: new RequestBody(body) as unknown as Readable,
      },
      call,
    );
  }

  /** The path of a redirect; undefined for other statuses and for other origins, which must not receive the API key. */
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

/** Forwards a request's events, and counts it as an orphan while the upstream works on it without a subscriber. */
class CountedRequest implements CallObserver {
  /** Cleared when the request is accepted: the closure holds the prompt. */
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

  /**
   * Aborts the call when its subscriber unsubscribes. A separate method, so that the closure does not capture the body.
   */
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
