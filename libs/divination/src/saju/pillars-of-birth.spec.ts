import type { Locale } from '@app/text';
import { describe, expect, it } from '@jest/globals';
import { birthFields } from '../birth/birth-fields.js';
import { readBirth } from '../birth/read-birth.js';
import { type Pillar, hanjaOf } from './pillar.js';
import { sajuChart } from './saju-chart.js';

type Body = NonNullable<Parameters<typeof birthFields>[0]['birth']>;

function chartOf(birth: Body, locale: Locale = 'ko') {
  const fields = birthFields({ birth });
  if (!fields) throw new Error('no birth date');
  return sajuChart(readBirth(fields, locale));
}

const shown = (pillars: readonly (Pillar | null)[]): string =>
  pillars.map((pillar) => (pillar ? hanjaOf(pillar) : '·')).join(' ');

function pillarsOf(birth: Body, locale: Locale = 'ko'): string {
  const { year, month, day, hour } = chartOf(birth, locale).chart.pillars;
  return shown([year, month, day, hour]);
}

describe('pillarsOfBirth', () => {
  const seoul = { date: '1990-05-15', city: '서울' };

  it.each([
    ['축시', '丁丑'],
    ['묘시', '己卯'],
    ['오시', '壬午'],
    ['해시', '丁亥'],
  ])('knows the hour pillar of %s by every solarTime', (time, hour) => {
    for (const solarTime of ['true', 'mean', 'clock'] as const)
      expect(pillarsOf({ ...seoul, time, solarTime }).slice(-2)).toBe(hour);
  });

  it('keeps the hour pillar that a whole span shares, and lists the others', () => {
    expect(pillarsOf({ ...seoul, time: '06:00~07:00' }).slice(-2)).toBe('己卯');
    const { chart, notes } = chartOf({ ...seoul, time: '07:00~08:00' });
    expect(chart.pillars.hour).toBeNull();
    expect(shown(chart.candidates?.hour ?? [])).toBe('己卯 庚辰');
    expect(notes.leftOut.map(({ ko }) => ko).join()).toContain('己卯, 庚辰');
  });

  it('lists the day pillars that an unknown time leaves open', () => {
    const { chart } = chartOf(seoul);
    expect(shown([chart.pillars.day])).toBe('庚辰');
    expect(shown(chart.candidates?.day ?? [])).toBe('庚辰 辛巳');
    expect(chart.candidates).not.toHaveProperty('hour');
  });

  it('leaves out the hour of a place whose clock is unknown, and keeps what is certain anywhere', () => {
    const birth = { date: '1990-05-15', time: '12:00', city: 'Atlantis' };
    expect(pillarsOf(birth, 'en')).toBe('庚午 辛巳 庚辰 ·');
    expect(chartOf({ ...birth, time: '23:30' }, 'en').chart.candidates).toHaveProperty('day');
  });

  // 1995-08-15 15:00 in Seoul is 14:24 in true solar time.
  it.each([
    ['true', '己未'],
    ['mean', '己未'],
    ['clock', '庚申'],
  ] as const)('follows %s time', (solarTime, hour) =>
    expect(pillarsOf({ date: '1995-08-15', time: '15:00', city: '서울', solarTime }).slice(-2)).toBe(hour),
  );

  it('reads a lunar date by the calendar asked for', () => {
    // Lunar new year of 1997: 8 February in Korea, 7 February in China.
    const birth = { date: '1997-01-01', calendar: 'lunar', city: '서울', time: '12:00' } as const;
    const days = (['korean', 'chinese'] as const).map(
      (lunarCalendar) => pillarsOf({ ...birth, lunarCalendar }).split(' ')[2],
    );
    expect(new Set(days).size).toBe(2);
  });

  it('rounds the age at which luck begins as asked', () => {
    const ages = (['nearest', 'down', 'up'] as const).map(
      (luckAgeRounding) =>
        chartOf({ ...seoul, time: '07:05', gender: 'male', luckAgeRounding }).chart.luck?.pillars[0]?.age,
    );
    expect((ages[2] ?? 0) - (ages[1] ?? 0)).toBe(1);
    expect([ages[1], ages[2]]).toContain(ages[0]);
  });
});
