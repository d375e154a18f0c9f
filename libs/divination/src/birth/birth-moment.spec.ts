import { describe, expect, it } from '@jest/globals';
import { birthMoment } from './birth-moment.js';
import type { BirthPlace } from './birth-place.js';
import { parseCalendarDate } from './calendar-date.js';
import { parseBirthTime } from './birth-time.js';
import type { SolarTime } from './conventions.js';

const place = (zone: string | undefined, lon = 127): BirthPlace => ({ zone, lon, lat: undefined, city: undefined });

function moment(date: string, time: string, where = place('Asia/Seoul'), solarTime: SolarTime = 'true') {
  const options = { solarTime, path: 'birth.date' };
  return birthMoment(parseCalendarDate(date) ?? { year: 0, month: 0, day: 0 }, parseBirthTime(time), where, options);
}

const iso = (atMs: number): string => new Date(atMs).toISOString();

describe('birthMoment', () => {
  // Dates from the decrees and laws on Korean standard time and summer time, as listed in Korean almanacs.
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

  it('uses the first of two times, and notes it', () => {
    const { moment: at, notes } = moment('1988-10-09', '02:30');
    expect(new Date(at.instantMs).toISOString()).toBe('1988-10-08T16:30:00.000Z');
    expect(notes.assumed[0]?.en).toContain('twice');
  });

  // Zones that tzdata merged with others; dates and offsets are from its backzone file.
  it.each([
    ['Europe/Stockholm', '1945-07-01', '11:00'],
    ['Europe/Oslo', '1945-07-01', '10:00'],
    ['Europe/Copenhagen', '1945-07-01', '10:00'],
    ['Europe/Amsterdam', '1930-01-01', '11:40'],
    ['Europe/Luxembourg', '1930-01-01', '12:00'],
    ['Atlantic/Reykjavik', '1967-07-01', '12:00'],
    ['Iceland', '1967-07-01', '12:00'],
    ['Europe/Berlin', '1945-07-01', '09:00'],
  ])('knows the clocks of %s on %s at noon', (zone, date, utc) =>
    expect(iso(moment(date, '12:00', place(zone)).moment.instantMs)).toContain(`${date}T${utc}`),
  );

  it('takes the place’s own mean time before its zone had a standard time', () => {
    // 127.5° E corresponds to eight and a half hours.
    expect(iso(moment('1905-06-01', '12:00', place('Asia/Seoul', 127.5)).moment.instantMs)).toBe(
      '1905-06-01T03:30:00.000Z',
    );
    expect(iso(moment('1910-06-01', '12:00', place('Asia/Seoul', 129)).moment.instantMs)).toBe(
      '1910-06-01T03:30:00.000Z',
    );
  });

  it.each([
    ['Pacific/Apia', '2011-12-30'],
    ['Pacific/Kwajalein', '1993-08-21'],
  ])('refuses the day that %s skipped', (zone, date) => {
    for (const time of ['12:00', '', '축시', '09:00-11:00'])
      expect(() => moment(date, time, place(zone, -171))).toThrow(
        expect.objectContaining({ field: 'birth.date', message: expect.stringContaining(date) }),
      );
  });

  it('widens a span of clock times to instants, also past midnight', () => {
    const { moment: at } = moment('1990-05-15', '23:00~01:00');
    expect([iso(at.earliestMs), iso(at.instantMs), iso(at.latestMs)]).toEqual([
      '1990-05-15T14:00:00.000Z',
      '1990-05-15T15:00:00.000Z',
      '1990-05-15T16:00:00.000Z',
    ]);
  });

  it('makes a double hour one of the solar clock chosen', () => {
    const mean = moment('1990-05-15', '축시', place('Asia/Seoul', 127.5), 'mean').moment;
    expect([iso(mean.earliestMs), iso(mean.latestMs + 1)]).toEqual([
      '1990-05-14T16:30:00.000Z',
      '1990-05-14T18:30:00.000Z',
    ]);
    const clock = moment('1990-05-15', '축시', place('Asia/Seoul', 127.5), 'clock').moment;
    expect([iso(clock.earliestMs), iso(clock.latestMs + 1)]).toEqual([
      '1990-05-14T16:00:00.000Z',
      '1990-05-14T18:00:00.000Z',
    ]);
    expect(iso(moment('1990-05-15', '야자시', place('Asia/Seoul'), 'clock').moment.earliestMs)).toBe(
      '1990-05-15T14:00:00.000Z',
    );
    expect(iso(moment('1990-05-15', '자시', place('Asia/Seoul'), 'clock').moment.earliestMs)).toBe(
      '1990-05-14T15:00:00.000Z',
    );
  });

  it('allows for every clock on Earth when the zone is unknown', () => {
    const { moment: at } = moment('1990-05-15', '12:00', place(undefined));
    expect(at.instantMs - at.earliestMs).toBe(14 * 3_600_000);
    expect(at.latestMs - at.instantMs).toBe(12 * 3_600_000);
  });
});
