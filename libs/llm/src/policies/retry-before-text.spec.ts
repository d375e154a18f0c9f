import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Observable, NEVER, concat, defer, of, throwError } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { UpstreamError } from '../upstream.error.js';
import { RetryBudget } from './retry-budget.js';
import { type RetryOptions, SectionRetries, retryBeforeText } from './retry-before-text.js';

const text: LlmDelta = { type: 'text', pieces: ['a'] };
const failed = (options = {}) => throwError(() => new UpstreamError('llm.unavailable', 'failed', options));
const plenty = () => {
  const budget = new RetryBudget();
  for (let section = 0; section < 50; section++) budget.deposit();
  return budget;
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Each attempt receives the next answer; further attempts receive the last one again. */
function run(answers: readonly Observable<LlmDelta>[], options: Partial<RetryOptions> = {}) {
  const seen: string[] = [];
  let calls = 0;
  const source = defer(() => answers[Math.min(calls++, answers.length - 1)] as Observable<LlmDelta>);
  const all = { retries: new SectionRetries(), budget: plenty(), until: Number.POSITIVE_INFINITY, ...options };
  const subscription = source.pipe(retryBeforeText(all)).subscribe({
    next: ({ type }) => seen.push(type),
    error: (error: UpstreamError) => seen.push(error.code),
    complete: () => seen.push('complete'),
  });
  return { seen, calls: () => calls, subscription };
}

describe('retryBeforeText', () => {
  it('retries after a failure, within the jitter’s bound', () => {
    const { seen, calls } = run([failed(), of(text)]);
    expect(calls()).toBe(1);
    jest.advanceTimersByTime(200);
    expect([calls(), seen]).toEqual([2, ['text', 'complete']]);
  });

  it('retries twice at most', () => {
    const { seen, calls } = run([failed()]);
    jest.advanceTimersByTime(60_000);
    expect([calls(), seen]).toEqual([3, ['llm.unavailable']]);
  });

  it('shares a section’s two retries between its upstreams', () => {
    const retries = new SectionRetries();
    const first = run([failed()], { retries });
    jest.advanceTimersByTime(60_000);
    const second = run([failed()], { retries });
    expect([first.calls(), second.calls()]).toEqual([3, 1]);
  });

  it('never retries once text was shown', () => {
    const { seen, calls } = run([concat(of(text), failed())]);
    jest.advanceTimersByTime(60_000);
    expect([calls(), seen]).toEqual([1, ['text', 'llm.unavailable']]);
  });

  it('waits at least as long as the upstream asks', () => {
    const { calls } = run([failed({ retryAfterMs: 3_000 }), of(text)]);
    jest.advanceTimersByTime(2_999);
    expect(calls()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(calls()).toBe(2);
  });

  it.each([
    ['pointless', failed({ final: true }), {}],
    ['never sent', failed({ sent: false }), {}],
    ['too late', failed({ retryAfterMs: 5_000 }), { until: 4_000 }],
    ['over budget', failed(), { budget: new RetryBudget() }],
  ])('does not retry when it is %s', (_, answer, options: Partial<RetryOptions>) => {
    jest.setSystemTime(0);
    const until = options.until === undefined ? undefined : performance.now() + options.until;
    const { seen, calls } = run([answer], { ...options, ...(until !== undefined && { until }) });
    expect([calls(), seen]).toEqual([1, ['llm.unavailable']]);
  });

  it('cancels the wait, or the request, on unsubscribing', () => {
    const waiting = run([failed(), NEVER]);
    waiting.subscription.unsubscribe();
    jest.advanceTimersByTime(60_000);
    expect([waiting.calls(), jest.getTimerCount()]).toEqual([1, 0]);
  });
});
