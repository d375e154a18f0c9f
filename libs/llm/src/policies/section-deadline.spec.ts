import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NEVER, Subject } from 'rxjs';
import type { LlmError } from '../llm.error.js';
import { sectionDeadline } from './section-deadline.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('sectionDeadline', () => {
  it('ends a section that is still going on', () => {
    const source = new Subject<number>();
    const seen: unknown[] = [];
    source.pipe(sectionDeadline(1_000)).subscribe({
      next: (value) => seen.push(value),
      error: (error: LlmError) => seen.push(error.code),
    });
    jest.advanceTimersByTime(900);
    source.next(1);
    jest.advanceTimersByTime(100);
    expect([seen, source.observed]).toEqual([[1, 'llm.timeout'], false]);
  });

  it('leaves no timer behind', () => {
    const source = new Subject<number>();
    source.pipe(sectionDeadline(1_000)).subscribe();
    source.complete();
    NEVER.pipe(sectionDeadline(1_000)).subscribe().unsubscribe();
    NEVER.pipe(sectionDeadline(0)).subscribe();
    expect(jest.getTimerCount()).toBe(0);
  });
});
