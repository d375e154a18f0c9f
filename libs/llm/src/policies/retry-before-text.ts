import { ExponentialBackoff, fullJitterGenerator } from 'cockatiel';
import { type Observable, type OperatorFunction, switchMap, throwError, timer } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import type { UpstreamError } from '../upstream.error.js';
import { recoverBeforeText } from './before-text.js';
import type { RetryBudget } from './retry-budget.js';

/** Remaining retries of one section, shared by all upstreams. */
export class SectionRetries {
  constructor(private left = 2) {}

  take(): boolean {
    return this.left > 0 && this.left-- > 0;
  }
}

export interface RetryOptions {
  readonly retries: SectionRetries;
  readonly budget: RetryBudget;
  /** Deadline of the section, as `performance.now()`: no retry is scheduled after it. */
  readonly until: number;
  readonly onRetry?: (error: UpstreamError) => void;
}

// "Full jitter" of the AWS Architecture Blog, "Exponential Backoff And Jitter" (2015): a random time up to the bound.
const BACKOFF = new ExponentialBackoff({ generator: fullJitterGenerator, initialDelay: 200, maxDelay: 2_000 });

/**
 * Subscribes again after an error before the first delta: after a random time, or the time the upstream requested if
 * that is longer. Does not retry when the error is final or the request was never sent, when the section's two retries
 * or the upstream's budget are used up, or when the wait would exceed the section's deadline.
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
