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
    ['09:00-11:00', '09:00–11:00'],
    ['09:00~11:00', '09:00–11:00'],
    ['오전 9시~11시', '09:00–11:00'],
    ['오전 11시~오후 1시', '11:00–13:00'],
    ['9 to 11 PM', '21:00–23:00'],
    ['오후 2시부터 4시까지', '14:00–16:00'],
    ['23:00-01:00', '23:00–01:00'],
  ])('reads %j as %s', (text, time) => expect(shown(text)).toBe(time));

  it.each(['야축시', '갑시', '09:00-', '-11:00', '09:00-11:00-13:00', '25:00-26:00', 'morning'])('refuses %j', (text) =>
    expect(parseBirthTime(text)).toBeUndefined(),
  );

  it.each(['', 'unknown', ' Unknown ', '모름', '시간 모름', '미상'])('takes %j for unknown', (text) =>
    expect(isUnknownTime(text)).toBe(true),
  );
});
