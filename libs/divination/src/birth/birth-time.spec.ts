import { describe, expect, it } from '@jest/globals';
import { formatBirthTime, isUnknownTime, parseBirthTime } from './birth-time.js';

const shown = (text: string): string | undefined => {
  const time = parseBirthTime(text);
  return time && formatBirthTime(time, 'ko');
};

describe('parseBirthTime', () => {
  it.each([
    ['09:05', '09:05'],
    ['축시', '축시'],
    ['丑時', '축시'],
    ['오시', '오시'],
    ['자시', '자시'],
    ['야자시', '야자시'],
    ['조자시', '자시'],
    ['丑时', '축시'],
    ['축시(丑時)', '축시'],
    ['丑時(축시)', '축시'],
    ['축(丑)시', '축시'],
    ['축시 (01:30~03:29)', '축시'],
    ['축시 01:30 ~ 03:30', '축시'],
    ['축 시', '축시'],
    ['자(子) 23:00-01:00', '자시'],
    ['🐮 축시 (01:00 - 02:59)', '축시'],
    ['야자시(夜子時)', '야자시'],
    ['해시생', '해시'],
    ['09:00-11:00', '09:00–11:00'],
    ['09:00~11:00', '09:00–11:00'],
    ['오전 9시~11시', '09:00–11:00'],
    ['오전 11시~오후 1시', '11:00–13:00'],
    ['오후 11시~1시', '23:00–01:00'],
    ['오전 11시~1시', '11:00–13:00'],
    ['11 to 1 PM', '11:00–13:00'],
    ['새벽 1시~3시', '01:00–03:00'],
    ['9 to 11 PM', '21:00–23:00'],
    ['오후 2시부터 4시까지', '14:00–16:00'],
    ['23:00-01:00', '23:00–01:00'],
  ])('reads %j as %s', (text, time) => expect(shown(text)).toBe(time));

  it.each([
    '야축시',
    '갑시',
    '축시(寅時)',
    '축시 좋은 날',
    '축시(12:00)',
    '축',
    '오늘',
    '09:00-',
    '-11:00',
    '09:00-11:00-13:00',
    '25:00-26:00',
    'morning',
  ])('refuses %j', (text) => expect(parseBirthTime(text)).toBeUndefined());

  it.each(['09:05', '모레', 'no', '축시'])('does not take %j for unknown', (text) =>
    expect(isUnknownTime(text)).toBe(false),
  );

  it.each([
    '',
    'unknown',
    ' Unknown ',
    '모름',
    '시간 모름',
    '미상',
    '몰라요',
    '태어난 시간을 모르겠어요',
    '출생시각 불명',
    '?',
    '--:--',
    'N/A',
    'I don’t know',
    '不明',
  ])('takes %j for unknown', (text) => expect(isUnknownTime(text)).toBe(true));
});
