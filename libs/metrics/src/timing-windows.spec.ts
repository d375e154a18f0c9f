import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TimingWindows } from './timing-windows.js';

describe('TimingWindows', () => {
  it('returns the percentiles of the sorted samples', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 1_024 }),
        (samples) => {
          const windows = new TimingWindows();
          for (const sample of samples) windows.observe('reading', sample);
          const sorted = samples.toSorted((a, b) => a - b);
          const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
          const summary = windows.summaries()['reading'];
          expect(summary).toMatchObject({
            count: samples.length,
            min: sorted[0],
            max: sorted.at(-1),
            p50: rank(0.5),
            p95: rank(0.95),
            p99: rank(0.99),
          });
        },
      ),
    );
  });

  it('keeps the last 1 024 samples', () => {
    const windows = new TimingWindows();
    for (let sample = 0; sample < 3_000; sample++) windows.observe('reading', sample);
    expect(windows.summaries()['reading']).toMatchObject({ count: 1_024, min: 1_976, max: 2_999 });
  });
});
