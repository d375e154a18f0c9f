import type { Locale } from '@app/text';
import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields } from './birth-fields.js';
import { type BirthMoment, birthMoment } from './birth-moment.js';
import { type BirthPlace, birthPlace } from './birth-place.js';
import { type BirthTime, isUnknownTime, parseBirthTime } from './birth-time.js';
import type { CalendarDate } from './calendar-date.js';
import type { Conventions } from './conventions.js';
import { type Gender, genderOf } from './gender.js';
import { type Notes, joinNotes } from './note.js';
import { solarDate } from './solar-date.js';

/** Validated birth data. */
export interface Birth {
  /** Gregorian date. */
  readonly date: CalendarDate;
  readonly time: BirthTime | undefined;
  readonly gender: Gender | undefined;
  readonly place: BirthPlace;
  readonly moment: BirthMoment;
  readonly conventions: Conventions;
  readonly notes: Notes;
}

/**
 * Validates birth fields.
 * @throws ReadingInputError with the path of the field, for an invalid date, time, gender, place or zone
 */
export function readBirth(fields: BirthFields, locale: Locale): Birth {
  const { conventions } = fields;
  const date = solarDate(fields, conventions.lunarCalendar);
  const time = birthTime(fields.time);
  const { place, notes: aboutPlace } = birthPlace(fields, locale);
  const options = { solarTime: conventions.solarTime, path: fields.date.path };
  const { moment, notes: aboutTime } = birthMoment(date, time, place, options);
  const notes = joinNotes(aboutPlace, aboutTime, noteOn(time, fields));
  return { date, time, gender: genderOf(fields), place, moment, conventions, notes };
}

function birthTime(given: BirthFields['time']): BirthTime | undefined {
  if (!given || isUnknownTime(given.value)) return undefined;
  const time = parseBirthTime(given.value);
  if (time) return time;
  throw new ReadingInputError(given.path, {
    ko: '시각은 09:05, 오전 9:05, 09:00-11:00, 축시처럼 적고, 모르면 비워 주세요.',
    en: 'the time must be one such as 09:05, 오전 9:05, 9:05 PM, 09:00-11:00 or 축시; leave it out when it is unknown',
  });
}

function noteOn(time: BirthTime | undefined, fields: BirthFields): Notes {
  const field = fields.time?.path ?? 'birth.time';
  if (!time) return unknownTime(field);
  if (time.kind === 'clock') return joinNotes();
  const ratHour = time.kind === 'doubleHour' && time.branch === 0 && !time.isLateRat ? [earlyRat(field)] : [];
  return { leftOut: [], assumed: [spanNote(field), ...ratHour] };
}

const unknownTime = (field: string): Notes => ({
  leftOut: [
    {
      field,
      ko: '태어난 시각을 알 수 없어 시주와 상승점, 하우스, 달의 정확한 도수는 뺐습니다.',
      en: 'The time of birth is unknown, so the hour pillar, ascendant, houses and the Moon’s exact degree are left out.',
    },
  ],
  assumed: [
    {
      field,
      ko: '나머지는 그날 정오를 기준으로 계산했습니다.',
      en: 'Everything else was computed for noon of that day.',
    },
  ],
});

const spanNote = (field: string) => ({
  field,
  ko: '태어난 시각이 범위로 주어져, 그 안에서 달라지는 것은 빼고 나머지는 가운데 시각으로 계산했습니다.',
  en: 'The time of birth is a span: what changes within it is left out, everything else was computed for its middle.',
});

const earlyRat = (field: string) => ({
  field,
  ko: '자시는 적어 주신 날의 0시부터 1시까지로 보았습니다. 그날 밤 23시 이후라면 야자시로 적어 주세요.',
  en: 'The hour of the Rat was taken as midnight to one o’clock of the day given; write 야자시 for the one from 23:00.',
});
