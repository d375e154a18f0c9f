import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatClockTime, isUnknownTime, parseClockTime } from './clock-time.js';

const two = (number: number) => String(number).padStart(2, '0');
const times = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});

describe('parseClockTime', () => {
  it('reads every notation of every time alike', () => {
    fc.assert(
      fc.property(times, (time) => {
        const { hour, minute, second } = time;
        expect(parseClockTime(`${two(hour)}:${two(minute)}:${two(second)}`)).toEqual(time);
        const whole = { hour, minute, second: 0 };
        for (const text of [`${hour}:${two(minute)}`, `${two(hour)}:${two(minute)}`, `${two(hour)}${two(minute)}`])
          expect(parseClockTime(text)).toEqual(whole);
        expect(parseClockTime(formatClockTime(time))).toEqual(time);
      }),
    );
  });

  it.each(['24:00', '12:60', '12:00:60', '7', '730', '12:5', '-1:00', '12.30', '2400'])('refuses %j', (text) =>
    expect(parseClockTime(text)).toBeUndefined(),
  );

  it.each(['', 'unknown', ' Unknown ', '모름', '시간 모름', '미상'])('takes %j for not knowing', (text) =>
    expect(isUnknownTime(text)).toBe(true),
  );
});
