import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clientSaju } from './client-saju.js';
import { hanjaOf, pillarAt, pillarName, pillarSlug } from './pillar.js';

const read = (value: Record<string, unknown>): string | undefined => {
  const chart = clientSaju(value);
  if (!chart) return undefined;
  const { year, month, day, hour } = chart.pillars;
  return [year, month, day, hour].map((pillar) => (pillar ? hanjaOf(pillar) : '·')).join(' ');
};

const FOUR = '庚午 辛巳 庚辰 己卯';

describe('clientSaju', () => {
  it.each<[string, Record<string, unknown>]>([
    ['pillars as characters', { pillars: { year: '庚午', month: '辛巳', day: '庚辰', hour: '己卯' } }],
    ['in Korean', { pillars: { year: '경오', month: '신사', day: '경진', time: '기묘' } }],
    ['at the top', { year: 'gyeongo', month: 'sinsa', day: 'gyeongjin', hour: 'gimyo' }],
    [
      'as objects',
      {
        yearPillar: { heavenlyStem: '庚', earthlyBranch: '午' },
        monthPillar: { heavenlyStem: '신', earthlyBranch: '사' },
        dayPillar: { stem: 'gyeong', branch: 'jin' },
        timePillar: { heavenlyStem: { name: '己', element: '토' }, earthlyBranch: { name: '卯' } },
      },
    ],
    [
      'as objects with a whole name',
      {
        fourPillars: {
          year: { hanja: '庚午' },
          month: { ganji: '신사' },
          day: { name: '경진(庚辰)' },
          hour: { korean: '기묘' },
        },
      },
    ],
  ])('reads %s', (_how, value) => expect(read(value)).toBe(FOUR));

  it('keeps the known parts of a chart without an hour, and requires the day', () => {
    expect(read({ pillars: { year: '庚午', month: null, day: '庚辰', hour: '' } })).toBe('庚午 · 庚辰 ·');
    expect(read({ pillars: { year: '庚午' } })).toBeUndefined();
    expect(read({ pillars: { day: '甲丑' } })).toBeUndefined();
  });

  it('uses the current decade given by the client', () => {
    const chart = clientSaju({ day: '庚辰', daeWoon: { current: { heavenlyStem: '甲', earthlyBranch: '申' } } });
    expect(chart?.currentLuck && hanjaOf(chart.currentLuck)).toBe('甲申');
  });

  it('reads any writing of any pillar and never throws', () => {
    const writing = fc
      .tuple(fc.integer({ min: 0, max: 59 }).map(pillarAt), fc.integer({ min: 0, max: 3 }))
      .map(([pillar, how]) => [
        pillar,
        [hanjaOf(pillar), pillarName(pillar, 'ko'), pillarSlug(pillar), pillarName(pillar, 'ko').slice(0, 2)][how],
      ]);
    fc.assert(fc.property(writing, ([pillar, day]) => expect(clientSaju({ day })?.pillars.day).toEqual(pillar)));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('pillars', 'day', 'year', 'luck', 'x'), fc.jsonValue()), (value) => {
        expect(() => clientSaju(value)).not.toThrow();
      }),
    );
  });
});
