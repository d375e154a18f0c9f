import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Observable, Subject, throwError } from 'rxjs';
import type { AnswerDelta } from '../answers/answer-delta.js';
import { UpstreamError } from '../upstream.error.js';
import { FirstTokenAllowance, withTokenDeadlines } from './token-deadlines.js';

const text: AnswerDelta = { type: 'text', pieces: ['a'] };
const deadlines = { connectMs: 200, interTokenMs: 500 };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function run(allowance = new FirstTokenAllowance(1_000), limits = deadlines) {
  const source = new Subject<AnswerDelta>();
  const seen: string[] = [];
  let sent = () => undefined as void;
  let unsubscribed = false;
  const observed = new Observable<AnswerDelta>((subscriber) => {
    subscriber.add(() => (unsubscribed = true));
    return source.subscribe(subscriber);
  });
  const call = (onSent: () => void) => {
    sent = onSent;
    return observed;
  };
  const subscription = withTokenDeadlines(limits, allowance, call).subscribe({
    next: ({ type }) => seen.push(type),
    error: (error: UpstreamError) => seen.push(`${error.code} ${error.final ? 'final' : ''}`.trim()),
    complete: () => seen.push('complete'),
  });
  return { source, seen, sent: () => sent(), subscription, unsubscribed: () => unsubscribed };
}

describe('withTokenDeadlines', () => {
  it('ends at the connect deadline, and may be retried', () => {
    const { seen, unsubscribed } = run();
    jest.advanceTimersByTime(199);
    expect(seen).toEqual([]);
    jest.advanceTimersByTime(2);
    expect([seen, unsubscribed()]).toEqual([['llm.timeout'], true]);
  });

  it('measures the first token from the moment the request was sent', () => {
    const { seen, sent, unsubscribed } = run();
    jest.advanceTimersByTime(150);
    sent();
    jest.advanceTimersByTime(999);
    expect(seen).toEqual([]);
    jest.advanceTimersByTime(2);
    expect([seen, unsubscribed()]).toEqual([['llm.timeout final'], true]);
  });

  it('measures silence from the last token', () => {
    const { seen, sent, source } = run();
    sent();
    source.next(text);
    for (let token = 0; token < 5; token++) {
      jest.advanceTimersByTime(400);
      source.next(text);
    }
    jest.advanceTimersByTime(499);
    expect(seen).toHaveLength(6);
    jest.advanceTimersByTime(2);
    expect(seen.at(-1)).toBe('llm.timeout');
  });

  it('shares one first-token deadline between all requests of a section', () => {
    const allowance = new FirstTokenAllowance(1_000);
    const first = run(allowance);
    first.sent();
    jest.advanceTimersByTime(700);
    first.source.error(new UpstreamError('llm.unavailable', 'failed'));
    const second = run(allowance);
    second.sent();
    jest.advanceTimersByTime(301);
    expect(second.seen).toEqual(['llm.timeout final']);
  });

  it('has no deadline where it is 0', () => {
    const { seen, sent } = run(new FirstTokenAllowance(0), { connectMs: 0, interTokenMs: 0 });
    jest.advanceTimersByTime(3_600_000);
    sent();
    jest.advanceTimersByTime(3_600_000);
    expect([seen, jest.getTimerCount()]).toEqual([[], 0]);
  });

  it('leaves no timer behind', () => {
    const ended = run();
    ended.sent();
    ended.source.next(text);
    ended.source.complete();
    run().subscription.unsubscribe();
    withTokenDeadlines(deadlines, new FirstTokenAllowance(1), () => throwError(() => new Error('x'))).subscribe({
      error: () => undefined,
    });
    expect([ended.seen, jest.getTimerCount()]).toEqual([['text', 'complete'], 0]);
  });

  it('resets its clock on reasoning and does not pass it on', () => {
    const { source, seen, sent } = run();
    sent();
    for (let second = 0; second < 5; second++) {
      jest.advanceTimersByTime(400);
      source.next({ type: 'progress' });
    }
    expect(seen).toEqual([]);
    jest.advanceTimersByTime(500);
    expect(seen).toEqual(['llm.timeout']);
  });
});
