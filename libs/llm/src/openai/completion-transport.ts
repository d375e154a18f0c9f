import { Observable } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { type CallWatcher, CompletionCall } from './completion-call.js';
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
      let open = false;
      let orphaned = false;
      const sent = () => {
        open = true;
        watcher.sent?.();
      };
      const closed = () => {
        open = false;
        if (orphaned) this.#orphans(-1);
        watcher.closed?.();
      };
      const call = new CompletionCall(subscriber, { ...watcher, sent, closed }, this.tailMs);
      const { origin, path, headers: own } = this.endpoint;
      const headers = traceparent ? { ...own, traceparent } : own;
      this.pool.dispatch({ origin, path, method: 'POST', headers, body: body() }, call);
      return () => {
        call.abort();
        orphaned = open;
        if (orphaned) this.#orphans(1);
      };
    });
  }

  /** An answer did not come in time: see SocketPool. */
  distrust(): void {
    this.pool.distrust();
  }

  #orphans(change: 1 | -1): void {
    this.orphans += change;
    this.onOrphans();
  }
}
