import { ExponentialBackoff, fullJitterGenerator } from 'cockatiel';
import { type Observable, type OperatorFunction, switchMap, throwError, timer } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import type { UpstreamError } from '../upstream.error.js';
import { recoverBeforeText } from './before-text.js';
import type { RetryBudget } from './retry-budget.js';

/** Retries one section has left, over all upstreams. */
export class SectionRetries {
  constructor(private left = 2) {}

  take(): boolean {
    return this.left > 0 && this.left-- > 0;
  }
}

export interface RetryOptions {
  readonly retries: SectionRetries;
  readonly budget: RetryBudget;
  /** `performance.now()` at which the section is over: a wait that would end later is not begun. */
  readonly until: number;
  readonly onRetry?: (error: UpstreamError) => void;
}

// "Full jitter" of the AWS Architecture Blog, "Exponential Backoff And Jitter" (2015): any time up to the bound.
const BACKOFF = new ExponentialBackoff({ generator: fullJitterGenerator, initialDelay: 200, maxDelay: 2_000 });

/**
 * Subscribes again after an error before the first delta: after a random time, or the time the upstream asked for if that
 * is longer. Not when the error is final, the section's two retries or the upstream's budget are used up, or the section
 * would be over by then.
 */
export function retryBeforeText(options: RetryOptions): OperatorFunction<LlmDelta, LlmDelta> {
  return (source) => {
    const attempt = (earlier?: ReturnType<typeof BACKOFF.next>): Observable<LlmDelta> =>
      source.pipe(
        recoverBeforeText((error) => {
          const backoff = earlier ? earlier.next(undefined) : BACKOFF.next();
          const waitMs = Math.max(backoff.duration, error.retryAfterMs ?? 0);
          if (!mayRetry(error, waitMs, options)) return throwError(() => error);
          options.onRetry?.(error);
          return timer(waitMs).pipe(switchMap(() => attempt(backoff)));
        }),
      );
    return attempt();
  };
}

function mayRetry(error: UpstreamError, waitMs: number, { retries, budget, until }: RetryOptions): boolean {
  if (error.final || !error.sent || performance.now() + waitMs >= until) return false;
  return retries.take() && budget.take();
}
