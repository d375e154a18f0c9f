import { ReadingInputError } from '../reading-input.error.js';
import type { BirthPlace } from './birth-place.js';
import type { BirthTime } from './birth-time.js';
import { type CalendarDate, formatCalendarDate } from './calendar-date.js';
import { formatClockTime, sinceMidnightMs } from './clock-time.js';
import type { SolarTime } from './conventions.js';
import { NO_NOTES, type Note, type Notes } from './note.js';
import { instantOfSolarTime } from './solar-time.js';
import { clockOffsetMs, instantsShowing, offsetBeforeMs } from './zone-clock.js';

/** The instant of a birth in Unix milliseconds, with the earliest and the latest possible instant. */
export interface BirthMoment {
  /** Midpoint of the span; noon of the day when the time is unknown. */
  readonly instantMs: number;
  readonly earliestMs: number;
  /** Inclusive. Equal to `earliestMs` when time and place are known. */
  readonly latestMs: number;
}

interface Found {
  readonly moment: BirthMoment;
  readonly notes: Notes;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Largest offsets of civil time ahead of Universal Time (Kiritimati) and behind it (Baker Island). */
const FURTHEST_AHEAD_MS = 14 * HOUR_MS;
const FURTHEST_BEHIND_MS = 12 * HOUR_MS;

const midnightMs = ({ year, month, day }: CalendarDate): number => Date.UTC(year, month - 1, day);

/**
 * Converts a local date and time at a place to an instant, by the standard and daylight-saving times of the IANA
 * database. A time that a clock change skipped is read with the offset before the change; of a time that occurred
 * twice, the first occurrence is used. A double hour is read on the clock that `solarTime` selects.
 * @throws ReadingInputError for a day that the place skipped altogether
 */
export function birthMoment(
  date: CalendarDate,
  time: BirthTime | undefined,
  place: BirthPlace,
  { solarTime, path }: { readonly solarTime: SolarTime; readonly path: string },
): Found {
  if (place.zone === undefined) return { moment: anywhere(date, time), notes: NO_NOTES };
  assertDayExists(date, place, path);
  if (!time) return { moment: wholeDay(date, place), notes: NO_NOTES };
  if (time.kind === 'doubleHour') return { moment: doubleHour(date, time, place, solarTime), notes: NO_NOTES };
  if (time.kind === 'clock') return exactly(midnightMs(date) + sinceMidnightMs(time.time), place);
  const [from, until] = spanOf(date, time);
  return { moment: between(firstInstant(from, place), firstInstant(until, place)), notes: NO_NOTES };
}

const between = (earliestMs: number, latestMs: number): BirthMoment => ({
  instantMs: Math.round((earliestMs + latestMs) / 2),
  earliestMs,
  latestMs,
});

/** Reads a span of clock times. One that ends before it begins ends on the next day. */
function spanOf(date: CalendarDate, time: BirthTime & { kind: 'span' }): readonly [number, number] {
  const [from, until] = [time.from, time.until].map((each) => midnightMs(date) + sinceMidnightMs(each));
  return [from ?? 0, (until ?? 0) < (from ?? 0) ? (until ?? 0) + DAY_MS : (until ?? 0)];
}

function firstInstant(clockMs: number, { zone = 'UTC', lon = 0 }: BirthPlace): number {
  return instantsShowing(clockMs, zone, lon)[0] ?? clockMs - offsetBeforeMs(clockMs, zone, lon);
}

function exactly(clockMs: number, place: BirthPlace): Found {
  const { zone = 'UTC', lon = 0 } = place;
  const showing = instantsShowing(clockMs, zone, lon);
  const instantMs = firstInstant(clockMs, place);
  const moment = { instantMs, earliestMs: instantMs, latestMs: instantMs };
  if (showing.length === 1) return { moment, notes: NO_NOTES };
  return { moment, notes: assumed(showing.length > 1 ? SHOWN_TWICE : skipped(place, instantMs)) };
}

function wholeDay(date: CalendarDate, place: BirthPlace): BirthMoment {
  const start = midnightMs(date);
  const earliestMs = firstInstant(start, place);
  const latestMs = firstInstant(start + DAY_MS, place) - 1;
  return { instantMs: firstInstant(start + DAY_MS / 2, place), earliestMs, latestMs };
}

function doubleHour(
  date: CalendarDate,
  { branch, isLateRat }: BirthTime & { kind: 'doubleHour' },
  place: BirthPlace,
  solarTime: SolarTime,
): BirthMoment {
  const start = midnightMs(date) + (branch === 0 ? (isLateRat ? 23 : 0) : branch * 2 - 1) * HOUR_MS;
  const end = start + (branch === 0 ? 1 : 2) * HOUR_MS - 1;
  const at = (clockMs: number) =>
    solarTime === 'clock' ? firstInstant(clockMs, place) : instantOfSolarTime(clockMs, place.lon ?? 0, solarTime);
  return between(at(start), at(end));
}

/** For an unknown zone: reads the clock time as Universal Time and widens the span by the range of offsets on Earth. */
function anywhere(date: CalendarDate, time: BirthTime | undefined): BirthMoment {
  const [from, until] = clockSpan(date, time);
  return {
    instantMs: Math.round((from + until) / 2),
    earliestMs: from - FURTHEST_AHEAD_MS,
    latestMs: until + FURTHEST_BEHIND_MS,
  };
}

/**
 * The possible clock times of a birth: the whole day for an unknown time, and for a double hour, whose clock times
 * depend on the place.
 */
function clockSpan(date: CalendarDate, time: BirthTime | undefined): readonly [number, number] {
  const start = midnightMs(date);
  if (time?.kind === 'span') return spanOf(date, time);
  if (time?.kind !== 'clock') return [start, start + DAY_MS - 1];
  const clockMs = start + sinceMidnightMs(time.time);
  return [clockMs, clockMs];
}

/**
 * Rejects a day that a place skipped when it moved across the date line: Samoa had no 2011-12-30, Kwajalein no
 * 1993-08-21.
 * @throws ReadingInputError
 */
function assertDayExists(date: CalendarDate, { zone = 'UTC', lon = 0 }: BirthPlace, path: string): void {
  const start = midnightMs(date);
  const hours = [0, 6, 12, 18, 23.9].map((hour) => start + hour * HOUR_MS);
  if (hours.some((clockMs) => instantsShowing(clockMs, zone, lon).length > 0)) return;
  throw new ReadingInputError(path, {
    ko: `태어난 곳의 달력에는 ${formatCalendarDate(date)}이(가) 없었습니다. 그 날을 건너뛴 곳입니다.`,
    en: `the place of birth had no ${formatCalendarDate(date)}: its calendar skipped that day`,
  });
}

const assumed = (note: Note): Notes => ({ leftOut: [], assumed: [note] });

function skipped({ zone = 'UTC', lon = 0 }: BirthPlace, instantMs: number): Note {
  const read = new Date(instantMs + clockOffsetMs(zone, instantMs, lon));
  const shown = formatClockTime({ hour: read.getUTCHours(), minute: read.getUTCMinutes(), second: 0 });
  return {
    field: 'birth.time',
    ko: `그날 시계가 앞당겨져 적어 주신 시각은 없었습니다. ${shown}으로 보고 계산했습니다.`,
    en: `The clocks were put forward and skipped the time given; it was read as ${shown}.`,
  };
}

const SHOWN_TWICE: Note = {
  field: 'birth.time',
  ko: '그날 시계가 늦춰져 이 시각이 두 번 있었습니다. 먼저 지난 때로 보고 계산했습니다.',
  en: 'The clocks were put back and showed this time twice; the first was taken.',
};
