import { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.js';
import type { ClockTime } from './clock-time.js';
import type { BirthPlace } from './birth-place.js';
import { NO_NOTES, type Notes } from './note.js';

/** When it happened, in milliseconds since 1970 UTC, and how early and late it may have been. */
export interface BirthMoment {
  /** The best guess: noon of the day when the time is unknown. */
  readonly instantMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
}

const HOUR_MS = 3_600_000;
/** The clocks furthest ahead of (Kiritimati) and behind (Baker Island) Universal Time. */
const FURTHEST_AHEAD_MS = 14 * HOUR_MS;
const FURTHEST_BEHIND_MS = 12 * HOUR_MS;

/**
 * Clock time at a place as an instant, with the standard times and daylight-saving years of the IANA database: in Seoul
 * UTC+8:30 in 1908–11 and 1954–61, an hour ahead in the summers of 1948–51, 1955–60 and 1987–88.
 * A time that the clocks skipped is read as if they had not moved; one they showed twice is its first.
 */
export function birthMoment(
  date: CalendarDate,
  time: ClockTime | undefined,
  place: BirthPlace,
): { readonly moment: BirthMoment; readonly notes: Notes } {
  const { zone } = place;
  if (time) return at(DateTime.fromObject({ ...date, ...time }, { zone }), time, place);
  const day = DateTime.fromObject(date, { zone });
  const moment = {
    instantMs: DateTime.fromObject({ ...date, hour: 12 }, { zone }).toMillis(),
    earliestMs: day.startOf('day').toMillis(),
    latestMs: day.endOf('day').toMillis(),
  };
  return { moment: widened(moment, place), notes: NO_NOTES };
}

function at(local: DateTime, time: ClockTime, place: BirthPlace): { moment: BirthMoment; notes: Notes } {
  const [first = local, second] = local.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  const instantMs = first.toMillis();
  const moment = widened({ instantMs, earliestMs: instantMs, latestMs: instantMs }, place);
  if (local.hour !== time.hour || local.minute !== time.minute) return { moment, notes: skipped(local) };
  return { moment, notes: second ? TWICE : NO_NOTES };
}

const widened = (moment: BirthMoment, { zoneKnown }: BirthPlace): BirthMoment =>
  zoneKnown
    ? moment
    : {
        ...moment,
        earliestMs: moment.earliestMs - FURTHEST_AHEAD_MS,
        latestMs: moment.latestMs + FURTHEST_BEHIND_MS,
      };

const skipped = (local: DateTime): Notes => ({
  leftOut: [],
  assumed: [
    {
      field: 'birth.time',
      ko: `그날 시계가 앞당겨져 적어 주신 시각은 없었습니다. ${local.toFormat('HH:mm')}으로 보고 계산했습니다.`,
      en: `The clocks were put forward and skipped the time given; it was read as ${local.toFormat('HH:mm')}.`,
    },
  ],
});

const TWICE: Notes = {
  leftOut: [],
  assumed: [
    {
      field: 'birth.time',
      ko: '그날 시계가 늦춰져 이 시각이 두 번 있었습니다. 먼저 지난 때로 보고 계산했습니다.',
      en: 'The clocks were put back and showed this time twice; the first was taken.',
    },
  ],
};
