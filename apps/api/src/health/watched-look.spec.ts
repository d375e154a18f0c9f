import { describe, expect, it } from '@jest/globals';
import { WatchedLook } from './watched-look.js';

const never = () => new Promise<never>(() => {});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('WatchedLook', () => {
  it('gives what the look tells, and shares one look between probes', async () => {
    let looks = 0;
    const watched = new WatchedLook(async () => ({ looks: ++looks }));
    const outcomes = await Promise.all([watched.outcome(), watched.outcome(), watched.outcome()]);
    for (const outcome of outcomes) expect(outcome).toEqual({ up: true, data: { looks: 1 } });
  });

  it('is down with the code of what is thrown, never its message', async () => {
    const watched = new WatchedLook(() => {
      throw Object.assign(new Error('redis://:secret@host refused'), { code: 'ECONNREFUSED' });
    });
    expect(await watched.outcome()).toEqual({ up: false, data: { reason: 'ECONNREFUSED' } });
  });

  it('answers long before a look that hangs, and says so once its time is over', async () => {
    const watched = new WatchedLook(never);
    const startedAt = performance.now();
    expect((await watched.outcome()).up).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(400);
    await pause(600);
    expect(await watched.outcome()).toEqual({ up: false, data: { reason: 'no answer within 500 ms' } });
  });
});
