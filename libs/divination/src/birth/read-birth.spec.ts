import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadingInputError } from '../reading-input.error.js';
import { birthFields } from './birth-fields.js';
import { type Birth, readBirth } from './read-birth.js';
import type { Locale } from '@app/text';

type Body = Parameters<typeof birthFields>[0];

function read(body: Body, locale: Locale = 'ko'): Birth {
  const fields = birthFields(body);
  if (!fields) throw new Error('no birth date in the body');
  return readBirth(fields, locale);
}

function refused(body: Body): string {
  try {
    read(body);
  } catch (error) {
    if (error instanceof ReadingInputError) return error.field;
    throw error;
  }
  throw new Error('was accepted');
}

const SEOUL = { city: 'Seoul' };

describe('readBirth', () => {
  it('reads nested and flat names alike', () => {
    const expected = read({ birth: { date: '1990-05-15', time: '07:05', gender: 'male', ...SEOUL } });
    for (const body of [
      { birthDate: '1990.05.15', birthTime: '0705', gender: 'M', ...SEOUL },
      { birth_date: '1990/5/15', birth_time: '7:05', gender: '남자', city: '서울특별시 강남구' },
      { birthdate: '19900515', birthtime: '07:05:00', gender: 'Male', city: 'Seoul, South Korea' },
      { birth: { birthDate: '1990-05-15', time: '07:05' }, gender: 'male', city: '서울시' },
    ])
      expect(read(body)).toEqual(expected);
  });

  it('takes null and empty text for not given', () => {
    const birth = read({ birth: { date: '1990-05-15', time: null, city: '', lat: null, lon: null, gender: null } });
    expect(birth.time).toBeUndefined();
    expect(birth.gender).toBeUndefined();
    expect(birth.notes.leftOut.map(({ field }) => field)).toEqual(['birth.city', 'birth.time']);
    const blank = { date: '1990-05-15', time: ' ', city: ' ', lat: ' ', lon: '\t', timezone: ' ', gender: ' ' };
    expect(read({ birth: blank })).toEqual(birth);
  });

  it.each<[string, string, Body]>([
    ['a day that does not exist', 'birth.date', { birth: { date: '2023-02-30' } }],
    ['29 February of a common year', 'birthDate', { birthDate: '1900-02-29' }],
    ['a thirteenth month', 'birth_date', { birth_date: '2001-13-01' }],
    ['no date at all', 'birth.date', { birth: { date: 'yesterday' } }],
    ['a year before 1900', 'birth.date', { birth: { date: '1899-12-31' } }],
    ['a year after 2100', 'birthdate', { birthdate: '21010101' }],
    ['a lunar 30th of a short month', 'birth.date', { birth: { date: '2023-01-30', calendar: 'lunar' } }],
    ['a lunar 31st', 'birth.date', { birth: { date: '2023-01-31', calendar: '음력' } }],
    [
      'a leap month the year did not have',
      'birth.leapMonth',
      { birth: { date: '2023-03-01', calendar: 'lunar', leapMonth: true } },
    ],
    [
      'a day beyond the leap month',
      'birth.date',
      { birth: { date: '2023-02-30', calendar: 'lunar', leapMonth: true } },
    ],
    ['an hour after 23', 'birth.time', { birth: { date: '1990-05-15', time: '25:00' } }],
    ['a latitude beyond the pole', 'birth.lat', { birth: { date: '1990-05-15', lat: 91, lon: 0 } }],
    ['half a pair of coordinates', 'birth.lon', { birth: { date: '1990-05-15', lat: 37.5 } }],
    ['coordinates that are words', 'longitude', { birthDate: '1990-05-15', latitude: '37.5', longitude: 'east' }],
    ['an unknown zone', 'birth.timezone', { birth: { date: '1990-05-15', timezone: 'Asia/Atlantis' } }],
  ])('refuses %s, naming the field', (_what, field, body) => expect(refused(body)).toBe(field));

  it('accepts exactly the Gregorian days of 1900 to 2100', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1898, max: 2102 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 32 }),
        (year, month, day) => {
          const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
          const there = new Date(`${date}T00:00:00Z`);
          const was =
            there.getUTCFullYear() === year && there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
          const body = { birth: { date, ...SEOUL } };
          if (was && year >= 1900 && year <= 2100) expect(read(body).date).toEqual({ year, month, day });
          else expect(refused(body)).toBe('birth.date');
        },
      ),
    );
  });

  it.each([
    ['1997-01-01', false, '1997-02-08'],
    ['2023-02-01', true, '2023-03-22'],
    ['2020-04-01', true, '2020-05-23'],
    ['2017-05-15', true, '2017-07-08'],
    ['2024-01-01', false, '2024-02-10'],
    ['2024-08-15', false, '2024-09-17'],
    ['2025-08-15', false, '2025-10-06'],
    ['1966-03-01', true, '1966-04-21'],
    ['1968-07-14', true, '1968-09-06'],
    ['1968-07-14', false, '1968-08-07'],
    ['1949-07-08', true, '1949-08-31'],
    ['2050-02-01', false, '2050-02-22'],
  ])('turns Korean lunar %s (leap month: %s) into %s', (date, leapMonth, solar) => {
    const { year, month, day } = read({ birth: { date, calendar: 'lunar', leapMonth } }).date;
    expect([year, month, day]).toEqual(solar.split('-').map(Number));
  });

  it('says what it left out when the time is unknown', () => {
    const { moment, notes } = read({ birth: { date: '1990-05-15', time: '모름', ...SEOUL } });
    expect(new Date(moment.instantMs).toISOString()).toBe('1990-05-15T03:00:00.000Z');
    expect(new Date(moment.earliestMs).toISOString()).toBe('1990-05-14T15:00:00.000Z');
    expect(new Date(moment.latestMs).toISOString()).toBe('1990-05-15T14:59:59.999Z');
    expect(notes.leftOut).toHaveLength(1);
    expect(notes.leftOut[0]).toMatchObject({ field: 'birth.time', ko: expect.stringContaining('시주') });
  });
});
