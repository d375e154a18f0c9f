import type { Birth } from '../birth/read-birth.js';
import { meanSolarTimeMs, trueSolarTimeMs } from '../birth/solar-time.js';
import { clockOffsetMs } from '../birth/zone-clock.js';
import { dayAndHourPillars, yearAndMonthPillars } from './four-pillars.js';
import { type FourPillars, type Pillar, type PillarName, cycleIndex } from './pillar.js';

/** The pillars of a birth, and what else they may be while its time or place is not exactly known. */
export interface PillarsOfBirth {
  readonly pillars: FourPillars;
  /** Every pillar a place of the chart may hold, in the order of time, where it is more than one. */
  readonly candidates: Readonly<Partial<Record<PillarName, readonly Pillar[]>>>;
}

const HOUR_MS = 3_600_000;
/** No pillar lasts less than the hour between 23:00 and midnight. */
const STEP_MS = HOUR_MS / 2;
/** Solar time is at most this far behind and ahead of a clock: western China, and eastern Greenland in winter. */
const SOLAR_BEHIND_MS = 4 * HOUR_MS;
const SOLAR_AHEAD_MS = 2 * HOUR_MS;

/** Milliseconds of the clock without a zone that the day and hour pillars follow. The zone must be known. */
export function sajuClockMs(atMs: number, { place, conventions }: Pick<Birth, 'place' | 'conventions'>): number {
  const { lon = 0, zone = 'UTC' } = place;
  if (conventions.solarTime === 'clock') return atMs + clockOffsetMs(zone, atMs, lon);
  return conventions.solarTime === 'mean' ? meanSolarTimeMs(atMs, lon) : trueSolarTimeMs(atMs, lon);
}

export function pillarsOfBirth(birth: Birth): PillarsOfBirth {
  const { moment, time } = birth;
  const { day, hour } = dayAndHourPillars(clockOf(birth), birth.conventions.dayBoundary);
  const seasons = samples(moment.earliestMs, moment.latestMs).map(yearAndMonthPillars);
  const days = clockSamples(birth).map((clockMs) => dayAndHourPillars(clockMs, birth.conventions.dayBoundary));
  const candidates = {
    ...several('year', distinct(seasons.map(({ year }) => year))),
    ...several('month', distinct(seasons.map(({ month }) => month))),
    ...several('day', distinct(days.map((each) => each.day))),
    ...(time && several('hour', distinct(days.map((each) => each.hour)))),
  };
  const isHourKnown = time !== undefined && !('hour' in candidates);
  return { pillars: { ...yearAndMonthPillars(moment.instantMs), day, hour: isHourKnown ? hour : null }, candidates };
}

/** The middle of the span; while the zone is unknown the clock time itself, kept as Universal Time. */
const clockOf = (birth: Birth): number =>
  birth.place.zone === undefined ? birth.moment.instantMs : sajuClockMs(birth.moment.instantMs, birth);

function clockSamples(birth: Birth): readonly number[] {
  const { moment, place, time } = birth;
  // The ends of a double hour lie on the turn of the hour itself; its middle decides.
  if (time?.kind === 'doubleHour' && place.zone !== undefined) return [clockOf(birth)];
  if (place.zone !== undefined)
    return samples(moment.earliestMs, moment.latestMs).map((atMs) => sajuClockMs(atMs, birth));
  const half = (moment.latestMs - moment.earliestMs - UNKNOWN_ZONE_MS) / 2;
  return samples(moment.instantMs - half - SOLAR_BEHIND_MS, moment.instantMs + half + SOLAR_AHEAD_MS);
}

/** How far an unknown zone widens the span of a birth. */
const UNKNOWN_ZONE_MS = 26 * HOUR_MS;

/** Both ends, and steps between them that miss no pillar. */
function samples(fromMs: number, untilMs: number): readonly number[] {
  const count = Math.ceil((untilMs - fromMs) / STEP_MS);
  return [...Array.from({ length: count }, (_, index) => fromMs + index * STEP_MS), untilMs];
}

const distinct = (pillars: readonly Pillar[]): readonly Pillar[] => [
  ...new Map(pillars.map((pillar) => [cycleIndex(pillar), pillar])).values(),
];

const several = (name: PillarName, pillars: readonly Pillar[]): PillarsOfBirth['candidates'] =>
  pillars.length > 1 ? { [name]: pillars } : {};
