import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields } from './birth-fields.js';
import { type BirthMoment, birthMoment } from './birth-moment.js';
import { type BirthPlace, birthPlace } from './birth-place.js';
import type { CalendarDate } from './calendar-date.js';
import { type ClockTime, isUnknownTime, parseClockTime } from './clock-time.js';
import { type Gender, genderOf } from './gender.js';
import { type Notes, joinNotes } from './note.js';
import { solarDate } from './solar-date.js';
import type { Locale } from '@app/text';

/** A birth with every field checked. */
export interface Birth {
  /** Gregorian. */
  readonly date: CalendarDate;
  readonly time: ClockTime | undefined;
  readonly gender: Gender | undefined;
  readonly place: BirthPlace;
  readonly moment: BirthMoment;
  readonly dayBoundary: 'jasi' | 'midnight' | 'splitJasi';
  readonly notes: Notes;
}

/** @throws ReadingInputError for a date, time, place or zone that cannot be, with the path of the field. */
export function readBirth(fields: BirthFields, locale: Locale): Birth {
  const date = solarDate(fields);
  const time = clockTime(fields.time);
  const { place, notes: aboutPlace } = birthPlace(fields, locale);
  const { moment, notes: aboutTime } = birthMoment(date, time, place);
  const notes = joinNotes(aboutPlace, aboutTime, time ? { leftOut: [], assumed: [] } : noTime(fields));
  return { date, time, gender: genderOf(fields), place, moment, dayBoundary: fields.dayBoundary ?? 'jasi', notes };
}

function clockTime(given: BirthFields['time']): ClockTime | undefined {
  if (!given || isUnknownTime(given.value)) return undefined;
  const time = parseClockTime(given.value);
  if (!time)
    throw new ReadingInputError(
      given.path,
      'the time must be one such as 09:05 or 0905; leave it out when it is unknown',
    );
  return time;
}

const noTime = ({ time }: BirthFields): Notes => ({
  leftOut: [
    {
      field: time?.path ?? 'birth.time',
      ko: '태어난 시각을 알 수 없어 시주와 상승점, 하우스, 달의 정확한 도수는 뺐습니다.',
      en: 'The time of birth is unknown, so the hour pillar, ascendant, houses and the Moon’s exact degree are left out.',
    },
  ],
  assumed: [
    {
      field: time?.path ?? 'birth.time',
      ko: '나머지는 그날 정오를 기준으로 계산했습니다.',
      en: 'Everything else was computed for noon of that day.',
    },
  ],
});
