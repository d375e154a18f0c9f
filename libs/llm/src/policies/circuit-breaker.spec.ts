import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { BreakerState } from '@app/metrics';
import { type Observable, NEVER, Subject, of, throwError } from 'rxjs';
import type { LlmErrorCode } from '../llm.error.js';
import { UpstreamError } from '../upstream.error.js';
import { CircuitBreaker } from './circuit-breaker.js';

const failing = (code: LlmErrorCode = 'llm.unavailable', options = {}) =>
  throwError(() => new UpstreamError(code, 'failed', options));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function setUp() {
  const states: BreakerState[] = [];
  const breaker = new CircuitBreaker((state) => states.push(state));
  /** Runs a request and returns its outcome so far. */
  const ask = (source: Observable<unknown>): string => {
    let end = 'pending';
    breaker.guard(source).subscribe({
      error: (error: UpstreamError) => (end = error.sent ? error.code : 'rejected locally'),
      complete: () => (end = 'complete'),
    });
    return end;
  };
  const open = () => {
    for (let failure = 0; failure < 10; failure++) ask(failing());
  };
  return { breaker, states, ask, open };
}

describe('CircuitBreaker', () => {
  it('opens at the tenth failure in a row and fails at once from then on', () => {
    const { breaker, ask } = setUp();
    for (let failure = 0; failure < 9; failure++) ask(failing());
    expect(ask(of(1))).toBe('complete');
    for (let failure = 0; failure < 9; failure++) expect(ask(failing())).toBe('llm.unavailable');
    expect(breaker.state).toBe('closed');
    ask(failing());
    expect([breaker.state, ask(of(1))]).toEqual(['open', 'rejected locally']);
  });

  it('lets one request try after five seconds; its success closes it', () => {
    const { ask, open, states } = setUp();
    open();
    jest.advanceTimersByTime(4_999);
    expect(ask(of(1))).toBe('rejected locally');
    jest.advanceTimersByTime(1);
    const probe = new Subject<number>();
    expect([ask(probe), ask(of(1))]).toEqual(['pending', 'rejected locally']);
    probe.next(1);
    expect(ask(of(1))).toBe('complete');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('stays open for another five seconds when the probe fails', () => {
    const { ask, open, states } = setUp();
    open();
    jest.advanceTimersByTime(5_000);
    expect([ask(failing()), ask(of(1))]).toEqual(['llm.unavailable', 'rejected locally']);
    jest.advanceTimersByTime(5_000);
    expect(ask(of(1))).toBe('complete');
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('probes with the next request when the first one was aborted', () => {
    const { breaker, ask, open } = setUp();
    open();
    jest.advanceTimersByTime(5_000);
    breaker.guard(NEVER).subscribe().unsubscribe();
    expect([breaker.state, ask(of(1)), breaker.state]).toEqual(['open', 'complete', 'closed']);
  });

  it('counts neither aborts, unsent requests nor rejections caused by the request', () => {
    const { breaker, ask } = setUp();
    for (let index = 0; index < 50; index++) {
      breaker.guard(NEVER).subscribe().unsubscribe();
      ask(failing('llm.rate_limited', { sent: false }));
      for (const code of ['llm.rejected', 'llm.filtered', 'llm.refused', 'llm.incomplete'] as const) ask(failing(code));
    }
    expect(breaker.state).toBe('closed');
  });

  it('fails waiting requests when it opens, with the time until the probe', () => {
    const { breaker, open } = setUp();
    let error: UpstreamError | undefined;
    breaker.opened.subscribe({ error: (opened: UpstreamError) => (error = opened) });
    open();
    expect(error).toMatchObject({ code: 'llm.unavailable', sent: false, retryAfterMs: 5_000 });
  });

  it('counts a first value as success, whatever follows', () => {
    const { breaker, ask } = setUp();
    for (let index = 0; index < 20; index++) {
      const stream = new Subject<number>();
      ask(stream);
      stream.next(1);
      stream.error(new UpstreamError('llm.truncated', 'cut'));
    }
    expect(breaker.state).toBe('closed');
  });
});
