import type { SajuConventions } from '../birth/conventions.js';
import { type Note, type Notes, joinNotes } from '../birth/note.js';
import type { Birth } from '../birth/read-birth.js';
import { type Luck, luckPillars } from './luck-pillars.js';
import { type FourPillars, type Pillar, hanjaOf } from './pillar.js';
import { type PillarsOfBirth, pillarsOfBirth, sajuClockMs } from './pillars-of-birth.js';

/** A saju chart, computed by the server or sent by the client. Unknown values are absent. */
export interface SajuChart {
  readonly pillars: FourPillars;
  /**
   * Possible pillars, for positions that differ within the span of possible birth times. For these positions `pillars`
   * contains the pillar at the middle of the span, or null for the hour.
   */
  readonly candidates?: PillarsOfBirth['candidates'];
  readonly luck?: Luck;
  readonly gender?: Birth['gender'];
  /** Current ten-year pillar according to the client, when the complete list is unknown. */
  readonly currentLuck?: Pillar;
  /** Clock time that determines the hour pillar, `06:33`; absent without an exact time and place of birth. */
  readonly solarTime?: string;
  readonly conventions?: SajuConventions;
}

/**
 * Computes the chart of a birth, with notes on the values that an unknown time, place or gender leaves undetermined and
 * on the day boundary applied.
 */
export function sajuChart(birth: Birth): { readonly chart: SajuChart; readonly notes: Notes } {
  const { moment, gender, conventions } = birth;
  const { pillars, candidates } = pillarsOfBirth(birth);
  const isExact = moment.earliestMs === moment.latestMs;
  const clock = new Date(sajuClockMs(moment.instantMs, birth));
  const { year, month } = pillars;
  const chart = {
    pillars,
    conventions,
    ...(Object.keys(candidates).length > 0 && { candidates }),
    ...(gender && { gender }),
    ...(gender && year && month && { luck: luckPillars(moment.instantMs, { year, month }, gender, conventions) }),
    ...(isExact && { solarTime: clock.toISOString().slice(11, 16) }),
  };
  const isLate = isExact && clock.getUTCHours() === 23;
  return {
    chart,
    notes: joinNotes(
      gender ? joinNotes() : NO_GENDER,
      openPillars(birth, candidates),
      isLate ? BOUNDARIES[conventions.dayBoundary] : joinNotes(),
    ),
  };
}

/**
 * Notes on pillars that are undetermined because the month, day or hour changes within the span of possible birth
 * times.
 */
function openPillars({ place, time }: Birth, candidates: PillarsOfBirth['candidates']): Notes {
  const field = time && place.zone === undefined ? 'birth.city' : 'birth.time';
  const { month, day, hour } = candidates;
  return {
    leftOut: hour ? [{ ...hourOpen(hour), field }] : [],
    assumed: [...(month ? [{ ...SEASON_TURNED, field }] : []), ...(day ? [{ ...dayOpen(day), field }] : [])],
  };
}

type Text = Omit<Note, 'field'>;

const listed = (pillars: readonly Pillar[]): string => pillars.map(hanjaOf).join(', ');

const hourOpen = (pillars: readonly Pillar[]): Text => ({
  ko: `시주는 정확한 시각과 장소에 따라 ${listed(pillars)} 가운데 하나여서 뺐습니다.`,
  en: `The hour pillar is one of ${listed(pillars)}, depending on the exact time and place, and is left out.`,
});

const dayOpen = (pillars: readonly Pillar[]): Text => ({
  ko: `일주는 정확한 시각과 장소에 따라 ${listed(pillars)} 가운데 하나입니다.`,
  en: `The day pillar is one of ${listed(pillars)}, depending on the exact time and place.`,
});

const SEASON_TURNED: Text = {
  ko: '그즈음 절기가 바뀌어, 정확한 시각에 따라 월주(입춘이라면 연주도)가 달라질 수 있습니다.',
  en: 'The season turned around then: with the exact time the month pillar (at 입춘 the year pillar too) may differ.',
};

const NO_GENDER: Notes = {
  leftOut: [
    {
      field: 'birth.gender',
      ko: '성별을 알 수 없어 대운의 방향과 시작 나이는 뺐습니다.',
      en: 'Without a gender the direction of the ten-year luck pillars is unknown, so they are left out.',
    },
  ],
  assumed: [],
};

const boundary = (ko: string, en: string): Notes => ({
  leftOut: [],
  assumed: [{ field: 'birth.dayBoundary', ko, en }],
});

/** Notes on the day boundary, for births between 23:00 and midnight, where schools disagree. */
const BOUNDARIES: Readonly<Record<SajuConventions['dayBoundary'], Notes>> = {
  jasi: boundary(
    '태양시 23시가 지나 태어나 정자시법에 따라 다음 날의 일주로 보았습니다.',
    'Born after 23:00 solar time: by the hour of the Rat (정자시) the day pillar is that of the next day.',
  ),
  midnight: boundary(
    '태양시 23시가 지났지만 자정을 하루의 경계로 보아 그날의 일주를 썼습니다.',
    'Born after 23:00 solar time: the day is taken to turn at midnight, so the day pillar is that of the same day.',
  ),
  splitJasi: boundary(
    '야자시로 보아 일주는 그날, 시주의 천간은 다음 날을 기준으로 삼았습니다.',
    'Born in the late hour of the Rat (야자시): the day pillar is that of the same day, the hour’s stem of the next.',
  ),
};
