import type { Birth } from '../birth/read-birth.js';
import { meanSolarTimeMs, trueSolarTimeMs } from '../birth/solar-time.js';
import { clockOffsetMs } from '../birth/zone-clock.js';
import { dayAndHourPillars, yearAndMonthPillars } from './four-pillars.js';
import { type FourPillars, type Pillar, type PillarName, cycleIndex } from './pillar.js';

/** The pillars of a birth, with the alternatives that remain possible while its time or place is not exactly known. */
export interface PillarsOfBirth {
  readonly pillars: FourPillars;
  /** All possible pillars in chronological order, for each position that has more than one. */
  readonly candidates: Readonly<Partial<Record<PillarName, readonly Pillar[]>>>;
}

const HOUR_MS = 3_600_000;
/** Sampling interval: half of the shortest duration of a pillar, the hour from 23:00 to midnight. */
const STEP_MS = HOUR_MS / 2;
/**
 * Upper bounds of how far solar time is behind the clock (western China) and ahead of it (eastern Greenland in winter).
 */
const SOLAR_BEHIND_MS = 4 * HOUR_MS;
const SOLAR_AHEAD_MS = 2 * HOUR_MS;

/** Time in milliseconds of the zoneless clock that determines the day and hour pillars. Requires a known zone. */
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

/**
 * Clock time at the middle of the span; for an unknown zone, the given clock time, which `instantMs` holds as Universal
 * Time.
 */
const clockOf = (birth: Birth): number =>
  birth.place.zone === undefined ? birth.moment.instantMs : sajuClockMs(birth.moment.instantMs, birth);

function clockSamples(birth: Birth): readonly number[] {
  const { moment, place, time } = birth;
  // The ends of a double hour coincide with changes of the hour pillar, so only its middle is sampled.
  if (time?.kind === 'doubleHour' && place.zone !== undefined) return [clockOf(birth)];
  if (place.zone !== undefined)
    return samples(moment.earliestMs, moment.latestMs).map((atMs) => sajuClockMs(atMs, birth));
  const half = (moment.latestMs - moment.earliestMs - UNKNOWN_ZONE_MS) / 2;
  return samples(moment.instantMs - half - SOLAR_BEHIND_MS, moment.instantMs + half + SOLAR_AHEAD_MS);
}

/** Duration by which an unknown zone widens the span of a birth (see `birthMoment`). */
const UNKNOWN_ZONE_MS = 26 * HOUR_MS;

/** Sampling times from start to end, both included, close enough not to miss a pillar. */
function samples(fromMs: number, untilMs: number): readonly number[] {
  const count = Math.ceil((untilMs - fromMs) / STEP_MS);
  return [...Array.from({ length: count }, (_, index) => fromMs + index * STEP_MS), untilMs];
}

const distinct = (pillars: readonly Pillar[]): readonly Pillar[] => [
  ...new Map(pillars.map((pillar) => [cycleIndex(pillar), pillar])).values(),
];

const several = (name: PillarName, pillars: readonly Pillar[]): PillarsOfBirth['candidates'] =>
  pillars.length > 1 ? { [name]: pillars } : {};
