import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NEVER, Observable, Subject } from 'rxjs';
import { UpstreamError } from '../upstream.error.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { SlotQueue } from './slot-queue.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const tooMany = (retryAfterMs?: number) => new UpstreamError('llm.rate_limited', 'too many requests', { retryAfterMs });

/** A queue whose upstream responses are controlled by the test. */
function setUp(max: number) {
  const limit = new ConcurrencyLimit(max);
  const queue = new SlotQueue<number>(limit);
  const opened = new Subject<void>();
  const abandoned = new Observable<never>((subscriber) =>
    opened.subscribe(() => subscriber.error(new UpstreamError('llm.unavailable', 'open', { sent: false }))),
  );
  /** Names of the requests in the order they were sent. */
  const sent: string[] = [];
  const ask = (name: string, untilMs = 60_000) => {
    let answer = new Subject<number>();
    let accepted = () => undefined as void;
    const seen: string[] = [];
    const call = (onAccepted: () => void) => {
      sent.push(name);
      accepted = onAccepted;
      return (answer = new Subject<number>());
    };
    const until = performance.now() + untilMs;
    const subscription = queue.run(call, { until, abandoned }).subscribe({
      next: (value) => seen.push(String(value)),
      error: (error: UpstreamError) => seen.push(error.sent ? error.code : `rejected locally: ${error.code}`),
      complete: () => seen.push('complete'),
    });
    return {
      seen,
      subscription,
      accept: () => accepted(),
      say: () => answer.next(1),
      end: () => answer.complete(),
      refuse: (retryAfterMs?: number) => answer.error(tooMany(retryAfterMs)),
      fail: () => answer.error(new UpstreamError('llm.unavailable', 'failed')),
    };
  };
  return { limit, queue, sent, ask, open: () => opened.next() };
}

describe('SlotQueue', () => {
  it('runs as many requests as the limit allows, the others first come, first served', () => {
    const { ask, sent } = setUp(2);
    const [a, b] = [ask('a'), ask('b')];
    for (const name of ['c', 'd', 'e']) ask(name);
    expect(sent).toEqual(['a', 'b']);
    b.end();
    a.end();
    expect(sent).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends a refused request again, at its place, while others are served', () => {
    const { ask, sent, limit } = setUp(3);
    const [a, b, c] = [ask('a'), ask('b'), ask('c')];
    ask('d');
    a.accept();
    b.refuse();
    c.refuse();
    jest.advanceTimersByTime(1_000);
    expect([sent, limit.value]).toEqual([['a', 'b', 'c'], 1]);
    a.say();
    a.end();
    expect(sent).toEqual(['a', 'b', 'c', 'b']);
    b.say();
    b.end();
    expect(sent).toEqual(['a', 'b', 'c', 'b', 'c']);
    expect([b.seen, c.seen]).toEqual([['1', 'complete'], []]);
  });

  it('queues refused requests again when one sent with them is accepted', () => {
    const { ask, sent } = setUp(3);
    const [a, b, c] = [ask('a'), ask('b'), ask('c')];
    b.refuse();
    c.refuse();
    expect([b.seen, c.seen]).toEqual([[], []]);
    a.say();
    a.end();
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual(['a', 'b', 'c', 'b']);
  });

  it('fails all requests when the upstream accepted none', () => {
    const { ask, sent, queue } = setUp(3);
    const all = [ask('a'), ask('b'), ask('c')];
    for (const request of all) request.refuse();
    expect(all.map(({ seen }) => seen)).toEqual([['llm.rate_limited'], ['llm.rate_limited'], ['llm.rate_limited']]);
    expect([sent.length, queue.running, queue.waiting]).toEqual([3, 0, 0]);
  });

  it('fails the refused requests when the last one sent with them fails for another reason', () => {
    const { ask } = setUp(2);
    const [a, b] = [ask('a'), ask('b')];
    a.refuse();
    b.fail();
    expect([a.seen, b.seen]).toEqual([['llm.rate_limited'], ['llm.unavailable']]);
  });

  it('repeats the refused requests when the last one sent with them is aborted without an answer', () => {
    const { ask, sent } = setUp(2);
    const [a, b] = [ask('a'), ask('b')];
    a.refuse();
    b.subscription.unsubscribe();
    jest.advanceTimersByTime(1_000);
    expect([sent, a.seen]).toEqual([['a', 'b', 'a'], []]);
  });

  it('treats an error object inside a 2xx as a rejection', () => {
    const { ask } = setUp(2);
    const a = ask('a');
    a.accept();
    a.refuse();
    expect(a.seen).toEqual(['llm.rate_limited']);
  });

  it('allows for an upstream that still counts a stream that has just ended', () => {
    const { ask, sent } = setUp(1);
    const [a, b] = [ask('a'), ask('b')];
    a.say();
    a.end();
    b.refuse();
    expect(b.seen).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual(['a', 'b', 'b']);
  });

  it('stops the whole queue for Retry-After and up to a tenth more', () => {
    const { ask, sent, queue } = setUp(2);
    const [a, b] = [ask('a'), ask('b')];
    a.say();
    b.refuse(3_000);
    a.end();
    ask('c');
    expect(queue.pauseMs).toBeGreaterThanOrEqual(3_000);
    jest.advanceTimersByTime(2_999);
    expect(sent).toEqual(['a', 'b']);
    jest.advanceTimersByTime(301);
    expect([sent, queue.pauseMs]).toEqual([['a', 'b', 'b'], 0]);
  });

  it('sends a single request after a pause, and the others once it is accepted', () => {
    const { ask, sent, limit } = setUp(8);
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name));
    all[0]?.accept();
    all[1]?.refuse(1_000);
    for (const index of [2, 3, 4]) all[index]?.say();
    for (const name of ['f', 'g']) ask(name);
    jest.advanceTimersByTime(1_100);
    expect([limit.value, sent.slice(5)]).toEqual([4, []]);
    all[0]?.end();
    all[2]?.end();
    expect(sent.slice(5)).toEqual(['b']);
    all[3]?.end();
    expect(sent.slice(5)).toEqual(['b']);
    all[1]?.accept();
    expect(sent.slice(5)).toEqual(['b', 'f', 'g']);
  });

  it('fails requests at once whose section ends before the pause', () => {
    const { ask, sent } = setUp(2);
    const [a, b] = [ask('a'), ask('b', 2_000)];
    const [waiting, patient] = [ask('c', 2_000), ask('d')];
    a.say();
    b.refuse(3_000);
    const late = ask('e', 1_000);
    expect([b, waiting, late].map(({ seen }) => seen)).toEqual([
      ['rejected locally: llm.rate_limited'],
      ['rejected locally: llm.rate_limited'],
      ['rejected locally: llm.rate_limited'],
    ]);
    expect([patient.seen, sent]).toEqual([[], ['a', 'b']]);
  });

  it('fails waiting requests when the breaker opens, and leaves running ones alone', () => {
    const { ask, open, sent } = setUp(1);
    const [a, b] = [ask('a'), ask('b')];
    open();
    expect([a.seen, b.seen]).toEqual([[], ['rejected locally: llm.unavailable']]);
    a.end();
    expect(sent).toEqual(['a']);
  });

  it('frees slots and places on unsubscribing', () => {
    const { ask, sent, queue } = setUp(1);
    const [a, b] = [ask('a'), ask('b')];
    ask('c');
    b.subscription.unsubscribe();
    a.subscription.unsubscribe();
    expect([sent, queue.running, queue.waiting]).toEqual([['a', 'c'], 1, 0]);
  });

  it('is cold', () => {
    const { queue } = setUp(1);
    queue.run(() => NEVER, { until: Number.POSITIVE_INFINITY, abandoned: NEVER });
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('leaves no timer behind', () => {
    const { ask } = setUp(2);
    const [a, b] = [ask('a'), ask('b')];
    a.say();
    b.refuse(5_000);
    b.subscription.unsubscribe();
    a.end();
    expect(jest.getTimerCount()).toBe(0);
  });
});
