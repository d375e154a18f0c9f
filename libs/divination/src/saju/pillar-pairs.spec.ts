import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FourPillars, parsePillar, pillarAt } from './pillar.js';
import { dayMasterBond, elementGifts, pairRelations, sharedLacks } from './pillar-pairs.js';
import { elementCounts } from './element-balance.js';

const chart = (text: string): FourPillars => {
  const [year = null, month = null, day, hour = null] = text.split(' ').map((pillar) => parsePillar(pillar));
  if (!day) throw new Error('a chart needs a day');
  return { year, month, day, hour };
};
const ONE = chart('庚午 辛巳 庚辰 己卯');
const OTHER = chart('戊辰 壬戌 辛酉 己亥');

describe('two charts side by side', () => {
  it('lists the relations between their pillars, those of the day pillars first', () => {
    const found = pairRelations(ONE, OTHER).map(({ relation, first, second, characters }) =>
      [relation, first, second, characters].join(' '),
    );
    expect(found[0]).toBe('sixCombination day day 辰酉');
    expect(found).toEqual(
      expect.arrayContaining([
        'halfCombination month day 巳酉',
        'clash day month 辰戌',
        'clash hour day 卯酉',
        'clash month hour 巳亥',
        'sixCombination hour month 卯戌',
      ]),
    );
    // 午卯 (break) is a relation within the first chart.
    expect(found.join()).not.toContain('午卯');
  });

  it('names the relation of each day master to the other', () => {
    expect(dayMasterBond(ONE, OTHER)).toEqual({ flow: 'same', secondToFirst: 'geopjae', firstToSecond: 'geopjae' });
    expect(dayMasterBond(chart('甲子 甲子 甲子'), chart('丙寅 丙寅 丙寅'))).toEqual({
      flow: 'firstFeedsSecond',
      secondToFirst: 'siksin',
      firstToSecond: 'pyeonin',
    });
    expect(dayMasterBond(chart('甲子 甲子 甲子'), chart('庚午 庚午 庚午')).flow).toBe('secondControlsFirst');
  });

  const charts = fc.tuple(fc.nat(59), fc.nat(59), fc.nat(59), fc.nat(59)).map(([year, month, day, hour]) => ({
    year: pillarAt(year),
    month: pillarAt(month),
    day: pillarAt(day),
    hour: pillarAt(hour),
  }));

  it('is symmetrical', () => {
    fc.assert(
      fc.property(charts, charts, (one, other) => {
        const forward = pairRelations(one, other).map(
          ({ relation, first, second }) => `${relation} ${first} ${second}`,
        );
        const backward = pairRelations(other, one).map(
          ({ relation, first, second }) => `${relation} ${second} ${first}`,
        );
        expect(forward.toSorted()).toEqual(backward.toSorted());
        expect(sharedLacks(one, other)).toEqual(sharedLacks(other, one));
      }),
    );
  });

  it('lists elements that one chart lacks and the other has', () => {
    fc.assert(
      fc.property(charts, charts, (one, other) => {
        const counts = { first: elementCounts(one), second: elementCounts(other) };
        for (const { element, to, count } of elementGifts(one, other)) {
          expect(counts[to][element]).toBe(0);
          expect(counts[to === 'first' ? 'second' : 'first'][element]).toBe(count);
          expect(count).toBeGreaterThan(0);
        }
      }),
    );
  });
});
