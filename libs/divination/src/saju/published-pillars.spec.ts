import { describe, expect, it } from '@jest/globals';
import { birthFields } from '../birth/birth-fields.js';
import { readBirth } from '../birth/read-birth.js';
import { hanjaOf } from './pillar.js';
import { pillarsOfBirth } from './pillars-of-birth.js';

type Body = Parameters<typeof birthFields>[0];

/**
 * Pillars of a request's birth data, `·` for an unknown hour. The 時 of a published chart is represented by a clock time
 * within it, at a city near the birthplace.
 */
function pillarsOf(body: Body): string {
  const fields = birthFields(body);
  if (!fields) throw new Error('no birth date in the body');
  const { year, month, day, hour } = pillarsOfBirth(readBirth(fields, 'ko')).pillars;
  return [year, month, day, hour].map((pillar) => (pillar ? hanjaOf(pillar) : '·')).join(' ');
}

const born = (date: string, time: string | null, city: string, rest: Body['birth'] = {}): Body => ({
  birth: { date, time, city, ...rest },
});
const lunar = (date: string, leapMonth = false): Body => born(date, null, '서울', { calendar: 'lunar', leapMonth });

describe('published charts', () => {
  // Korean press and textbooks: the charts of public figures, by their published day and hour of birth.
  it.each<[string, Body, string]>([
    ['이병철, 1910', born('1910-02-12', '22:00', '창원'), '庚戌 戊寅 戊申 癸亥'],
    ['박정희, 1917, 寅時', born('1917-11-14', '04:30', '구미', { lat: 36.12, lon: 128.34 }), '丁巳 辛亥 庚申 戊寅'],
    ['이명박, 1941', born('1941-12-19', '06:30', '오사카'), '辛巳 庚子 辛丑 辛卯'],
    ['노무현, 1946, 辰時', born('1946-09-01', '08:30', '부산'), '丙戌 丙申 戊寅 丙辰'],
    ['박근혜, 1952, 丑時', born('1952-02-02', '02:30', '대구'), '辛卯 辛丑 戊寅 癸丑'],
    ['문재인, 1953', born('1953-01-24', null, '부산'), '壬辰 癸丑 乙亥 ·'],
    ['박원순, 1955, 丑時', born('1955-02-11', '02:30', '창원'), '乙未 戊寅 癸卯 癸丑'],
    ['유시민, 1959, 午時 by summer time at UTC+8:30', born('1959-07-28', '13:00', '포항'), '己亥 辛未 辛亥 甲午'],
    ['윤석열, 1960, 戌時 at UTC+8:30', born('1960-12-18', '20:00', '서울'), '庚子 戊子 庚辰 丙戌'],
    ['Bruce Lee, 1940', born('1940-11-27', '07:12', 'San Francisco'), '庚辰 丁亥 甲戌 戊辰'],
    [
      'Donald Trump, 1946, 巳時 by daylight-saving time',
      born('1946-06-14', '10:54', 'New York'),
      '丙戌 甲午 己未 己巳',
    ],
    ['Bill Gates, 1955', born('1955-10-28', '22:00', 'Seattle'), '乙未 丙戌 壬戌 辛亥'],
  ])('%s', (_who, body, pillars) => expect(pillarsOf(body)).toBe(pillars));

  // Historical days whose day pillar is commonly cited.
  it.each<[string, Body, string]>([
    ['the first day of the century', born('1900-01-01', null, '서울'), '己亥 丙子 甲戌 ·'],
    ['the day of Korea’s liberation', born('1945-08-15', null, '서울'), '乙酉 甲申 丙辰 ·'],
    ['1 October 1949, three o’clock in Beijing', born('1949-10-01', '15:20', '베이징'), '己丑 癸酉 甲子 壬申'],
    ['25 June 1950, a summer-time year', born('1950-06-25', '04:00', '서울'), '庚寅 壬午 辛卯 己丑'],
    ['the Unix epoch', born('1970-01-01', null, '서울'), '己酉 丙子 辛巳 ·'],
    ['1 January 2000 at noon', born('2000-01-01', '12:00', '서울'), '己卯 丙子 戊午 戊午'],
  ])('%s', (_what, body, pillars) => expect(pillarsOf(body)).toBe(pillars));

  // A textbook exercise: one birthday read as solar, lunar and in the leap month, in a year with summer time.
  it.each<[string, Body, string]>([
    ['solar 1987-06-22', born('1987-06-22', null, '서울'), '丁卯 丙午 壬寅 ·'],
    ['lunar 1987-06-22', lunar('1987-06-22'), '丁卯 丁未 丁卯 ·'],
    ['leap 1987-06-22', lunar('1987-06-22', true), '丁卯 戊申 丁酉 ·'],
  ])('%s', (_what, body, pillars) => expect(pillarsOf(body)).toBe(pillars));

  // Day pillars of lunar and leap-month birthdays from the same book.
  it.each<[string, Body, string]>([
    ['lunar 1949-07-08', lunar('1949-07-08'), '甲子'],
    ['leap 1949-07-08', lunar('1949-07-08', true), '癸巳'],
    ['lunar 1966-03-01', lunar('1966-03-01'), '庚辰'],
    ['leap 1966-03-01', lunar('1966-03-01', true), '庚戌'],
    ['lunar 1968-07-14', lunar('1968-07-14'), '己酉'],
    ['leap 1968-07-14', lunar('1968-07-14', true), '己卯'],
  ])('%s is a day %s', (_what, body, day) => expect(pillarsOf(body).split(' ')[2]).toBe(day));

  // 입춘 by the Korea Astronomy and Space Science Institute: 2021-02-03 23:59, 2024-02-04 17:27, 2025-02-03 23:10. In
  // 1984 it was at 00:19 on the fifth in Korea, an hour before midnight of the fourth in China.
  it.each<[string, Body, string]>([
    ['23:57 before 입춘 of 2021', born('2021-02-03', '23:57', '서울'), '庚子 己丑'],
    ['00:01 after it', born('2021-02-04', '00:01', '서울'), '辛丑 庚寅'],
    ['17:25 before 입춘 of 2024', born('2024-02-04', '17:25', '서울'), '癸卯 乙丑'],
    ['17:29 after it', born('2024-02-04', '17:29', '서울'), '甲辰 丙寅'],
    ['23:08 before 입춘 of 2025', born('2025-02-03', '23:08', '서울'), '甲辰 丁丑'],
    ['23:12 after it', born('2025-02-03', '23:12', '서울'), '乙巳 戊寅'],
    ['the last minutes of 1984-02-04 in Seoul', born('1984-02-04', '23:50', '서울'), '癸亥 乙丑'],
    ['the first half hour of the fifth', born('1984-02-05', '00:25', '서울'), '甲子 丙寅'],
    ['the same instant in Beijing', born('1984-02-04', '23:25', '베이징'), '甲子 丙寅'],
  ])('%s', (_when, body, yearAndMonth) => expect(pillarsOf(body).slice(0, 5)).toBe(yearAndMonth));
});

describe('the day boundary', () => {
  const at = (date: string, time: string, dayBoundary: 'jasi' | 'midnight' | 'splitJasi', city = '서울') =>
    pillarsOf(born(date, time, city, { dayBoundary })).slice(6);

  it('is the hour of the Rat unless asked otherwise', () => {
    expect(pillarsOf(born('2010-12-27', '23:39', '서울')).slice(6)).toBe('壬子 庚子');
  });

  // Published examples of 야자시: 2010-12-27 23:39 (임자일, 신해일 when split), 2023-08-05 (을미일 무자시 when split).
  it.each([
    ['jasi', '壬子 庚子'],
    ['splitJasi', '辛亥 庚子'],
    ['midnight', '辛亥 戊子'],
  ] as const)('%s gives 23:39 of 2010-12-27 as %s', (boundary, expected) =>
    expect(at('2010-12-27', '23:39', boundary)).toBe(expected),
  );

  it('splits 2023-08-05 as published', () => {
    expect(at('2023-08-05', '23:50', 'splitJasi')).toBe('乙未 戊子');
    expect(at('2023-08-06', '00:45', 'splitJasi')).toBe('丙申 戊子');
  });

  // Reference cases of lunar-javascript, whose `sect 1` is 정자시 and `sect 2` 야자시, at the meridian of its clock.
  it.each([
    ['22:30', 'jasi', '庚子 丁亥'],
    ['23:30', 'jasi', '辛丑 戊子'],
    ['23:30', 'splitJasi', '庚子 戊子'],
  ] as const)('agrees with a second implementation at %s by %s', (time, dayBoundary, expected) => {
    const body = { birth: { date: '1988-02-15', time, lat: 39.9, lon: 120, timezone: 'Asia/Shanghai', dayBoundary } };
    expect(pillarsOf(body)).toBe(`戊辰 甲寅 ${expected}`);
  });
});

describe('true solar time', () => {
  it('keeps the seconds: half a minute before and after 23:00 solar time', () => {
    expect(pillarsOf(born('1983-04-11', '23:33:30', '서울')).slice(6, 8)).toBe('庚午');
    expect(pillarsOf(born('1983-04-11', '23:32:00', '서울')).slice(6, 8)).toBe('己巳');
  });

  // In Seoul solar time is thirty-two minutes behind the clock, give or take the equation of time.
  it.each([
    ['in May', '1990-05-15', '07:05', '卯'],
    ['in May', '1990-05-15', '07:35', '辰'],
    ['in mid-February, fourteen minutes later still', '1990-02-11', '07:40', '卯'],
    ['in mid-February', '1990-02-11', '07:50', '辰'],
    ['in early November, sixteen minutes earlier', '1990-11-03', '07:20', '辰'],
    ['with summer time', '1988-07-01', '08:30', '卯'],
    ['with summer time', '1988-07-01', '08:40', '辰'],
    ['at UTC+8:30', '1961-01-15', '07:05', '卯'],
    ['at UTC+8:30', '1961-01-15', '07:20', '辰'],
    ['at UTC+8:30 and summer time', '1958-07-01', '08:00', '卯'],
    ['at UTC+8:30 and summer time', '1958-07-01', '08:10', '辰'],
  ])('%s %s %s is in the hour %s', (_when, date, time, branch) =>
    expect(pillarsOf(born(date, time, '서울')).at(-1)).toBe(branch),
  );

  it('moves with the place: 07:30 in May is one hour in Mokpo, another in Pohang', () => {
    expect(pillarsOf(born('1990-05-15', '07:28', '목포')).at(-1)).toBe('卯');
    expect(pillarsOf(born('1990-05-15', '07:28', '포항')).at(-1)).toBe('辰');
  });
});
