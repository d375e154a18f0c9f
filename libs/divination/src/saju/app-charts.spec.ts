import { describe, expect, it } from '@jest/globals';
import { birthFields } from '../birth/birth-fields.js';
import { readBirth } from '../birth/read-birth.js';
import { luckPillars } from './luck-pillars.js';
import { hanjaOf } from './pillar.js';
import { yearAndMonthPillars } from './four-pillars.js';
import { pillarsOfBirth } from './pillars-of-birth.js';

type Body = Parameters<typeof birthFields>[0];
type Options = NonNullable<Body['birth']>;

/** ForceTeller: mean solar time of the birthplace and summer time; the user chooses when the day begins. */
const JASI: Options = { solarTime: 'mean', dayBoundary: 'jasi' };
const SPLIT_JASI: Options = { solarTime: 'mean', dayBoundary: 'splitJasi' };

function chart(date: string, time: string, options: Options) {
  const fields = birthFields({ birth: { date, time, ...options } });
  if (!fields) throw new Error('no birth date in the body');
  return readBirth(fields, 'ko');
}

function pillarsOf(date: string, time: string, options: Options): string {
  const { year, month, day, hour } = pillarsOfBirth(chart(date, time, options)).pillars;
  return [year, month, day, hour].map((pillar) => (pillar ? hanjaOf(pillar) : '·')).join(' ');
}

describe('charts shown by Korean apps, under the options of the app', () => {
  it.each([
    ['1986-04-19', '05:45', '서울', '丙寅 壬辰 癸巳 乙卯'],
    ['1988-07-15', '14:30', '서울', '戊辰 己未 辛未 甲午'],
    ['1989-01-10', '01:30', '서울', '戊辰 乙丑 庚午 丙子'],
    ['1990-06-15', '12:00', '서울', '庚午 壬午 辛亥 甲午'],
    ['1996-12-25', '11:30', '서울', '丙子 庚子 丙申 癸巳'],
    ['2001-08-01', '00:02', '서울', '辛巳 乙未 丙申 戊子'],
    ['1969-03-15', '15:29', '서울', '己酉 丁卯 己丑 辛未'],
    ['2000-01-01', '00:00', '서울', '己卯 丙子 戊午 壬子'],
    ['2010-01-01', '00:00', '서울', '己丑 丙子 辛亥 戊子'],
    ['1916-01-06', '23:59', '서울', '乙卯 戊子 癸卯 壬子'],
    ['2025-08-26', '00:30', '서울', '乙巳 甲申 丁卯 庚子'],
    ['1991-02-18', '05:25', '대구', '辛未 庚寅 己未 丙寅'],
    ['1997-11-29', '08:03', '부산', '丁丑 辛亥 乙亥 庚辰'],
    ['2022-04-06', '19:00', '부산', '壬寅 甲辰 己丑 癸酉'],
  ])('ForceTeller, day from 23:00: %s %s %s', (date, time, city, expected) =>
    expect(pillarsOf(date, time, { city, ...JASI })).toBe(expected),
  );

  it.each([
    ['1990-05-12', '09:30', 'Seoul', '庚午 辛巳 丁丑 甲辰'],
    ['1996-03-14', '11:11', '서울', '丙子 辛卯 庚戌 辛巳'],
    ['1985-03-20', '14:15', 'New York', '乙丑 己卯 戊午 己未'],
    ['1998-12-24', '18:05', 'Chicago', '戊寅 甲子 乙巳 乙酉'],
    ['1995-07-15', '00:50', 'Anchorage', '乙亥 癸未 丙午 己亥'],
    ['1992-06-10', '00:48', 'Chicago', '壬申 丙午 丙辰 庚子'],
    ['2024-02-04', '03:26', 'New York', '癸卯 乙丑 戊戌 甲寅'],
    ['2024-02-04', '03:28', 'New York', '甲辰 丙寅 戊戌 甲寅'],
    ['1955-06-15', '10:00', 'Seoul', '乙未 壬午 丁未 甲辰'],
    ['1987-07-15', '00:40', 'Seoul', '丁卯 丁未 甲子 丙子'],
    ['1995-01-15', '23:10', 'Sydney', '甲戌 丁丑 丙午 己亥'],
  ])('ForceTeller, 야자시: %s %s %s', (date, time, city, expected) =>
    expect(pillarsOf(date, time, { city, ...SPLIT_JASI })).toBe(expected),
  );

  it.each([
    ['1996-01-25', '11:11', false, '丙子 辛卯 庚戌 辛巳'],
    ['2023-02-15', '12:00', false, '癸卯 乙卯 癸亥 戊午'],
    ['2023-02-15', '12:00', true, '癸卯 丙辰 癸巳 戊午'],
  ])('ForceTeller, lunar date: %s %s, leap month %s', (date, time, leapMonth, expected) =>
    expect(pillarsOf(date, time, { city: '서울', calendar: 'lunar', leapMonth, ...SPLIT_JASI })).toBe(expected),
  );

  // This app reads the hour on the clock and shows the age at which the first luck pillar begins.
  it.each<[string, string, Options, string, number]>([
    ['1961-04-28', '19:30', { calendar: 'lunar' }, '辛丑 甲午 乙亥 丙戌', 2],
    ['1961-04-28', '19:30', {}, '辛丑 壬辰 辛卯 戊戌', 8],
    ['1964-06-24', '07:30', {}, '甲辰 庚午 甲辰 戊辰', 4],
    ['1991-10-15', '14:13', {}, '辛未 戊戌 戊午 己未', 2],
    ['1992-02-06', '07:30', {}, '壬申 壬寅 壬子 甲辰', 9],
  ])('an app with luck pillars, a man: %s %s %j', (date, time, options, expected, age) => {
    const given: Options = { city: '서울', gender: 'male', solarTime: 'clock', ...options };
    expect(pillarsOf(date, time, given)).toBe(expected);
    expect(firstAge(date, time, given)).toBe(age);
  });
});

function firstAge(date: string, time: string, options: Options): number | undefined {
  const { instantMs } = chart(date, time, options).moment;
  const luck = luckPillars(instantMs, yearAndMonthPillars(instantMs), 'male', { luckAgeRounding: 'nearest' });
  return luck.pillars[0]?.age;
}
