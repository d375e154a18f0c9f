import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCalendarDate, parseCalendarDate } from './calendar-date.js';

const parts = fc.record({
  year: fc.integer({ min: 1900, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});
const two = (number: number) => String(number).padStart(2, '0');

describe('parseCalendarDate', () => {
  it('reads every notation of every date alike', () => {
    fc.assert(
      fc.property(parts, (date) => {
        const { year, month, day } = date;
        const notations = ['-', '.', '/'].flatMap((mark) => [
          [year, two(month), two(day)].join(mark),
          [year, month, day].join(mark),
        ]);
        for (const text of [
          ...notations,
          `${year}${two(month)}${two(day)}`,
          `${year}. ${month}. ${day}.`,
          `${year}년 ${month}월 ${day}일`,
        ])
          expect(parseCalendarDate(` ${text} `)).toEqual(date);
        expect(formatCalendarDate(date)).toBe(`${year}-${two(month)}-${two(day)}`);
      }),
    );
  });

  it.each(['１９９０-０５-１５', '1990–05–15', '1990년5월15일', '1990年5月15日', '1990년 5월 15일생'])(
    'reads %j',
    (text) => expect(parseCalendarDate(text)).toEqual({ year: 1990, month: 5, day: 15 }),
  );

  it.each([
    '',
    '1990',
    '90-05-15',
    '1990-05',
    '1990-05/15',
    '1990515',
    '15.05.1990',
    '1990-05-15x',
    '90년 5월 15일',
    '1990년 5월',
  ])('reads nothing out of %j', (text) => expect(parseCalendarDate(text)).toBeUndefined());

  it('never throws and gives whole numbers or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const date = parseCalendarDate(text);
        if (date) expect(Object.values(date).every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
