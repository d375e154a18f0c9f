import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FixedWindow } from './fixed-window.js';
import { rateLimitHeaders, retryAfter } from './rate-limit-headers.js';

const MINUTE_MS = 60_000;

describe('FixedWindow', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const window = (max = 60) => new FixedWindow({ name: 'test', max, seconds: 60 });

  it('lets exactly the limit pass when requests arrive at once', async () => {
    const requests = window();
    const states = await Promise.all(Array.from({ length: 1_000 }, () => requests.use('a')));
    expect(states.filter(({ exceeded }) => !exceeded)).toHaveLength(60);
  });

  it('refuses no caller below the limit: 10 per minute for 30 minutes under a limit of 60', async () => {
    const requests = window();
    let refused = 0;
    for (let request = 0; request < 300; request++) {
      if ((await requests.use('a')).exceeded) refused++;
      jest.advanceTimersByTime(MINUTE_MS / 10);
    }
    expect(refused).toBe(0);
  });

  it('starts a new window after its minute even under constant use', async () => {
    const requests = window(3);
    const passed: number[] = [];
    // One request every 5 seconds: if every use renewed the window, no later request would pass.
    for (let at = 0; at < 180; at += 5) {
      if (!(await requests.use('a')).exceeded) passed.push(at);
      jest.advanceTimersByTime(5_000);
    }
    expect(passed).toEqual([0, 5, 10, 60, 65, 70, 120, 125, 130]);
  });

  it('never asks to wait longer than the window, also after the clock was set back', async () => {
    const requests = window(1);
    await requests.use('a');
    jest.setSystemTime(Date.now() - 90 * 24 * 60 * MINUTE_MS);
    const { exceeded, resetMs } = await requests.use('a');
    expect(exceeded).toBe(true);
    expect(resetMs).toBeLessThanOrEqual(MINUTE_MS);
  });

  it('counts callers separately', async () => {
    const requests = window(1);
    expect((await requests.use('a')).exceeded).toBe(false);
    expect((await requests.use('b')).exceeded).toBe(false);
    expect((await requests.use('a')).exceeded).toBe(true);
  });

  it('counts costs that are known afterwards', async () => {
    const tokens = window(100);
    expect((await tokens.peek('a')).exceeded).toBe(false);
    await tokens.add('a', 99);
    expect(await tokens.peek('a')).toMatchObject({ used: 99, exceeded: false });
    await tokens.add('a', 50);
    expect(await tokens.peek('a')).toMatchObject({ used: 149, exceeded: true });
    jest.advanceTimersByTime(MINUTE_MS + 1);
    expect((await tokens.peek('a')).exceeded).toBe(false);
  });

  it('reports what is left and when the next window begins', async () => {
    const requests = window(2);
    const state = await requests.use('a');
    expect(rateLimitHeaders('requests', state)).toEqual({
      'RateLimit-Policy': '"requests";q=2;w=60',
      RateLimit: '"requests";r=1;t=60',
    });
    jest.advanceTimersByTime(20_500);
    await requests.use('a');
    const refused = await requests.use('a');
    expect(rateLimitHeaders('requests', refused).RateLimit).toBe('"requests";r=0;t=40');
    expect(retryAfter(refused.resetMs)).toBe('40');
    expect(retryAfter(1)).toBe('1');
  });
});
