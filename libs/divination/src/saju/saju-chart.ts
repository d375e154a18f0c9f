import { type Note, type Notes, joinNotes } from '../birth/note.js';
import type { Birth } from '../birth/read-birth.js';
import { fourPillars, trueSolarTimeMs } from './four-pillars.js';
import { type Luck, luckPillars } from './luck-pillars.js';
import { type FourPillars, type Pillar, cycleIndex } from './pillar.js';

/** A saju chart, computed here or by the client; what is unknown is absent. */
export interface SajuChart {
  readonly pillars: FourPillars;
  readonly luck?: Luck;
  /** The decade a client says is running, where the decades themselves are unknown. */
  readonly currentLuck?: Pillar;
  /** Clock of the Sun at the birthplace, `06:33`; absent without a time of birth. */
  readonly trueSolarTime?: string;
  readonly dayBoundary?: Birth['dayBoundary'];
}

/** The chart of a birth, with what the unknown time, gender or boundary leaves open. */
export function sajuChart(birth: Birth): { readonly chart: SajuChart; readonly notes: Notes } {
  const { moment, place, time, gender, dayBoundary } = birth;
  const { year, month, day, hour } = fourPillars(moment.instantMs, place.lon, dayBoundary);
  const solar = new Date(trueSolarTimeMs(moment.instantMs, place.lon));
  const chart = {
    pillars: { year, month, day, hour: time ? hour : null },
    dayBoundary,
    ...(gender && { luck: luckPillars(moment.instantMs, year, month, gender) }),
    ...(time && { trueSolarTime: solar.toISOString().slice(11, 16) }),
  };
  const isLate = time !== undefined && solar.getUTCHours() === 23;
  return {
    chart,
    notes: joinNotes(gender ? joinNotes() : NO_GENDER, turned(birth), isLate ? BOUNDARIES[dayBoundary] : joinNotes()),
  };
}

/** The season may have turned while the clock is unknown. */
function turned({ moment, place, time, dayBoundary }: Birth): Notes {
  if (moment.earliestMs === moment.latestMs) return joinNotes();
  const [first, last] = [moment.earliestMs, moment.latestMs].map(
    (atMs) => fourPillars(atMs, place.lon, dayBoundary).month,
  );
  if (!first || !last || cycleIndex(first) === cycleIndex(last)) return joinNotes();
  return { leftOut: [], assumed: [{ ...TURNED, field: time ? 'birth.city' : 'birth.time' }] };
}

const TURNED: Omit<Note, 'field'> = {
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

/** Between 23:00 and midnight of solar time schools disagree, so the reading says which it follows. */
const BOUNDARIES: Readonly<Record<Birth['dayBoundary'], Notes>> = {
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
