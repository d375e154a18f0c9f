import type { Readable } from 'node:stream';
import { Observable, type Subscriber } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { type CallWatcher, CompletionCall } from './completion-call.js';
import { RequestBody } from './request-body.js';
import type { SocketPool } from './socket-pool.js';
import type { UpstreamEndpoint } from './upstream-endpoint.js';

/** Sends completion requests to one upstream. No policy: each subscription is exactly one request. */
export class CompletionTransport {
  /** Requests whose subscriber has gone though the upstream still works on them. */
  orphans = 0;

  /** @param tailMs see CompletionCall. */
  constructor(
    private readonly endpoint: UpstreamEndpoint,
    private readonly pool: Pick<SocketPool, 'dispatch' | 'distrust'>,
    private readonly tailMs: number,
    private readonly onOrphans: () => void = () => undefined,
  ) {}

  /**
   * Cold. Unsubscribing aborts the request. Errors with UpstreamError only.
   * @param body made when it is sent and not kept: a prompt is often the largest thing an open stream would hold.
   */
  send(body: () => string, watcher: CallWatcher = {}, traceparent?: string): Observable<LlmDelta> {
    return new Observable((subscriber) => {
      const request = new CountedRequest(watcher, this.#orphans);
      const call = new CompletionCall(subscriber, request, this.tailMs);
      request.endWith(call, subscriber);
      this.#dispatch(new RequestBody(body()), traceparent, call);
    });
  }

  /** An answer did not come in time: see SocketPool. */
  distrust(): void {
    this.pool.distrust();
  }

  #dispatch(body: RequestBody, traceparent: string | undefined, call: CompletionCall): void {
    const { origin, path, headers: own } = this.endpoint;
    const headers = { ...own, 'content-length': String(body.bytes), ...(traceparent && { traceparent }) };
    // undici takes any iterable, its types do not know.
    this.pool.dispatch({ origin, path, method: 'POST', headers, body: body as unknown as Readable }, call);
  }

  readonly #orphans = (change: 1 | -1): void => {
    this.orphans += change;
    this.onOrphans();
  };
}

/** Passes a request's news on, and knows whether the upstream works on it for nobody. */
class CountedRequest implements CallWatcher {
  #open = false;
  #orphaned = false;

  constructor(
    private readonly watcher: CallWatcher,
    private readonly onOrphan: (change: 1 | -1) => void,
  ) {}

  sent(): void {
    this.#open = true;
    this.watcher.sent?.();
  }

  accepted(): void {
    this.watcher.accepted?.();
  }

  badChunk(): void {
    this.watcher.badChunk?.();
  }

  closed(): void {
    this.#open = false;
    if (this.#orphaned) this.onOrphan(-1);
    this.watcher.closed?.();
  }

  /** Ends the call when its subscriber goes. A closure made where the body is would keep the prompt. */
  endWith(call: CompletionCall, subscriber: Subscriber<LlmDelta>): void {
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
