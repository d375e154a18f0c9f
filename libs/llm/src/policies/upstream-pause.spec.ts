import { describe, expect, it } from '@jest/globals';
import { UpstreamPause } from './upstream-pause.js';

describe('UpstreamPause', () => {
  it('waits as long as it was told, and never less for a later, shorter word', () => {
    const pause = new UpstreamPause();
    pause.refused(0, 700, 10);
    pause.refused(5, 100, 20);
    expect(pause.until).toBe(710);
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

  it('begins anew once a request was taken', () => {
    const pause = new UpstreamPause();
    for (let index = 0; index < 9; index++) pause.refused(index * 1_000, undefined, index * 1_000);
    pause.accepted();
    pause.refused(20_000, undefined, 20_000);
    expect(pause.until).toBeLessThanOrEqual(20_100);
  });
});
