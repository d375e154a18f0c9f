import { describe, expect, it } from '@jest/globals';
import { birthMoment } from './birth-moment.js';
import type { BirthPlace } from './birth-place.js';
import { parseCalendarDate } from './calendar-date.js';
import { parseClockTime } from './clock-time.js';

const place = (zone: string, zoneKnown = true): BirthPlace => ({
  zone,
  zoneKnown,
  lon: 127,
  lat: undefined,
  city: undefined,
});

function moment(date: string, time: string, where = place('Asia/Seoul')) {
  return birthMoment(parseCalendarDate(date) ?? { year: 0, month: 0, day: 0 }, parseClockTime(time), where);
}

describe('birthMoment', () => {
  // Decree and law dates of Korean standard time and of its summer time, as every Korean almanac lists them.
  it.each([
    ['1910-06-01', 8.5],
    ['1911-12-31', 8.5],
    ['1912-01-01', 9],
    ['1948-05-31', 9],
    ['1948-06-02', 10],
    ['1949-06-01', 10],
    ['1950-06-25', 10],
    ['1951-06-01', 10],
    ['1952-06-01', 9],
    ['1954-03-20', 9],
    ['1954-03-22', 8.5],
    ['1955-06-01', 9.5],
    ['1956-06-01', 9.5],
    ['1957-06-01', 9.5],
    ['1958-06-01', 9.5],
    ['1959-07-28', 9.5],
    ['1960-06-01', 9.5],
    ['1960-12-18', 8.5],
    ['1961-08-09', 8.5],
    ['1961-08-11', 9],
    ['1987-05-09', 9],
    ['1987-06-22', 10],
    ['1987-10-12', 9],
    ['1988-09-17', 10],
    ['1988-10-10', 9],
    ['2024-06-01', 9],
  ])('in Seoul on %s the clock is %s hours ahead', (date, hours) => {
    const { instantMs } = moment(date, '12:00').moment;
    expect(Date.parse(`${date}T12:00:00Z`) - instantMs).toBe(hours * 3_600_000);
  });

  it('is exact to the second and has no doubt when time and zone are known', () => {
    const { moment: at, notes } = moment('1990-05-15', '07:05:30');
    expect(new Date(at.instantMs).toISOString()).toBe('1990-05-14T22:05:30.000Z');
    expect([at.earliestMs, at.latestMs]).toEqual([at.instantMs, at.instantMs]);
    expect(notes.assumed).toEqual([]);
  });

  it('reads a skipped time as if the clocks had not moved, and says so', () => {
    const { moment: at, notes } = moment('1988-05-08', '02:30');
    expect(new Date(at.instantMs).toISOString()).toBe('1988-05-07T17:30:00.000Z');
    expect(notes.assumed[0]?.ko).toContain('03:30');
  });

  it('takes the first of two, and says so', () => {
    const { moment: at, notes } = moment('1988-10-09', '02:30');
    expect(new Date(at.instantMs).toISOString()).toBe('1988-10-08T16:30:00.000Z');
    expect(notes.assumed[0]?.en).toContain('twice');
  });

  it('allows for every clock on Earth when the zone is unknown', () => {
    const { moment: at } = moment('1990-05-15', '12:00', place('UTC', false));
    expect(at.instantMs - at.earliestMs).toBe(14 * 3_600_000);
    expect(at.latestMs - at.instantMs).toBe(12 * 3_600_000);
  });
});
