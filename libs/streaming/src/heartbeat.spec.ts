import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Subject } from 'rxjs';
import { PING, withHeartbeat } from './heartbeat.js';

describe('withHeartbeat', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('emits from the subscription on, before any frame, and stops with the frames', () => {
    const frames = new Subject<Buffer>();
    const seen: Buffer[] = [];
    const frame = Buffer.from('frame');
    frames.pipe(withHeartbeat(10_000)).subscribe((chunk) => seen.push(chunk));
    jest.advanceTimersByTime(20_000);
    frames.next(frame);
    jest.advanceTimersByTime(10_000);
    frames.complete();
    jest.advanceTimersByTime(60_000);
    expect(seen).toEqual([PING, PING, frame, PING]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stops when it is unsubscribed', () => {
    new Subject<Buffer>().pipe(withHeartbeat(10_000)).subscribe().unsubscribe();
    expect(jest.getTimerCount()).toBe(0);
  });
});
