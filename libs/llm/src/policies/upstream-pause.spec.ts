import { describe, expect, it } from '@jest/globals';
import { UpstreamPause } from './upstream-pause.js';

describe('UpstreamPause', () => {
  it('waits for the requested time and up to a tenth more, and is not shortened by a later request', () => {
    const pause = new UpstreamPause();
    pause.refused(0, 700, 10);
    pause.refused(5, 100, 20);
    expect(pause.until).toBeGreaterThanOrEqual(710);
    expect(pause.until).toBeLessThanOrEqual(780);
  });

  it('never waits longer than 30 seconds', () => {
    const pause = new UpstreamPause();
    pause.refused(0, 30_000, 0);
    expect(pause.until).toBe(30_000);
  });

  it('probes after a requested pause, until a request is accepted', () => {
    const pause = new UpstreamPause();
    pause.refused(0, undefined, 10);
    expect(pause.isProbing).toBe(false);
    pause.refused(0, 700, 10);
    expect(pause.isProbing).toBe(true);
    pause.accepted(20);
    expect(pause.isProbing).toBe(true);
    pause.accepted(1_000);
    expect(pause.isProbing).toBe(false);
  });

  it('waits a random time that grows with refusals in a row, up to a second', () => {
    const longest = (refusals: number) =>
      Math.max(
        ...Array.from({ length: 200 }, () => {
          const pause = new UpstreamPause();
          for (let index = 0; index < refusals; index++) pause.refused(index * 10_000, undefined, index * 10_000 + 1);
          return pause.until - ((refusals - 1) * 10_000 + 1);
        }),
      );
    expect([longest(1) <= 100, longest(3) > 100, longest(3) <= 400, longest(20) <= 1_000]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('counts refusals of requests that were sent together as one', () => {
    const pause = new UpstreamPause();
    for (let index = 0; index < 50; index++) pause.refused(0, undefined, 10 + index);
    expect(pause.until).toBeLessThanOrEqual(159);
  });

  it('resets the wait once a request was accepted', () => {
    const pause = new UpstreamPause();
    for (let index = 0; index < 9; index++) pause.refused(index * 1_000, undefined, index * 1_000);
    pause.accepted(10_000);
    pause.refused(20_000, undefined, 20_000);
    expect(pause.until).toBeLessThanOrEqual(20_100);
  });
});
