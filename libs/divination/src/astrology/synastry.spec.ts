import { describe, expect, it } from '@jest/globals';
import type { AstroChart } from './astro-chart.js';
import { houseOverlay, synastryAspects } from './synastry.js';
import { placementOf } from './zodiac.js';

const chart = (sun: number, rest: Partial<AstroChart> = {}): AstroChart => ({
  bodies: { sun: placementOf(sun) },
  aspects: [],
  ...rest,
});

describe('synastry', () => {
  it('finds aspects from one chart to the other, closest first, within five degrees', () => {
    const second = chart(132, { ascendant: placementOf(10.5) });
    expect(synastryAspects(chart(10), second)).toEqual([
      { from: 'sun', to: 'ascendant', aspect: 'conjunction', orb: 0.5 },
      { from: 'sun', to: 'sun', aspect: 'trine', orb: 2 },
    ]);
    expect(synastryAspects(chart(10), chart(16))).toEqual([]);
  });

  it('compares a sidereal chart with a tropical one in one zodiac', () => {
    const sidereal = chart(346, { ayanamsha: { name: 'lahiri', degrees: 24 } });
    expect(synastryAspects(chart(10), sidereal)).toMatchObject([{ aspect: 'conjunction', orb: 0 }]);
  });

  it('places the guest’s bodies in the host’s houses', () => {
    const cusps = Array.from({ length: 12 }, (_, house) => (house * 30 + 5) % 360);
    const host = chart(0, { houses: { system: 'equal', cusps, wholeSign: [] } });
    expect(houseOverlay(chart(94), host)).toEqual({ sun: 3 });
    expect(houseOverlay(chart(94), chart(0))).toEqual({});
  });
});
