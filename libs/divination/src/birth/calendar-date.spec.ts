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
        for (const text of [...notations, `${year}${two(month)}${two(day)}`, `${year}. ${month}. ${day}.`])
          expect(parseCalendarDate(` ${text} `)).toEqual(date);
        expect(formatCalendarDate(date)).toBe(`${year}-${two(month)}-${two(day)}`);
      }),
    );
  });

  it.each(['', '1990', '90-05-15', '1990-05', '1990-05/15', '1990515', '15.05.1990', '1990-05-15x', '１９９０-05-15'])(
    'reads nothing out of %j',
    (text) => expect(parseCalendarDate(text)).toBeUndefined(),
  );

  it('never throws and gives whole numbers or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const date = parseCalendarDate(text);
        if (date) expect(Object.values(date).every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
