import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatClockTime, parseClockTime } from './clock-time.js';

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

  it.each([
    ['오전 9:05', '09:05'],
    ['오전9시5분', '09:05'],
    ['오전 12:30', '00:30'],
    ['오후 12:30', '12:30'],
    ['오후 3시', '15:00'],
    ['오후 3시 반', '15:30'],
    ['9:05 PM', '21:05'],
    ['9:05pm', '21:05'],
    ['12 a.m.', '00:00'],
    ['12:00 PM', '12:00'],
    ['새벽 2시', '02:00'],
    ['저녁 7시 10분', '19:10'],
    ['밤 11시', '23:00'],
    ['낮 12시', '12:00'],
    ['14시 5분', '14:05'],
    ['정오', '12:00'],
    ['오전 0시 30분', '00:30'],
    ['오후 0:30', '12:30'],
    ['０９：０５', '09:05'],
  ])('reads %j as %s', (text, time) => {
    const read = parseClockTime(text);
    expect(read && formatClockTime(read)).toBe(time);
  });

  it.each(['오후 15:00', '13:00 PM', '밤 12시', '밤 3시', 'PM', '오전', '25시'])('refuses %j', (text) =>
    expect(parseClockTime(text)).toBeUndefined(),
  );
});
