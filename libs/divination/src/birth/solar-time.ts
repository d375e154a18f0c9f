import { equationOfTimeMinutes } from 'manseryeok';
import type { SolarTime } from './conventions.js';

const MINUTE_MS = 60_000;

/** Local mean time, as milliseconds of a clock without a zone: four minutes for each degree of longitude from Greenwich. */
export const meanSolarTimeMs = (instantMs: number, longitude: number): number => instantMs + longitude * 4 * MINUTE_MS;

/**
 * True (apparent) solar time as milliseconds of a clock without a zone: local mean time and the equation of time
 * (Meeus, Astronomical Algorithms, 28.3), which swings between −14 and +16 minutes.
 */
export const trueSolarTimeMs = (instantMs: number, longitude: number): number =>
  meanSolarTimeMs(instantMs, longitude) + equationOfTimeMinutes(instantMs) * MINUTE_MS;

/** The instant at which a solar clock shows a time. The equation of time moves by 30 s a day, so one step is exact to 1 s. */
export function instantOfSolarTime(clockMs: number, longitude: number, clock: Exclude<SolarTime, 'clock'>): number {
  const mean = clockMs - longitude * 4 * MINUTE_MS;
  if (clock === 'mean') return mean;
  const near = mean - equationOfTimeMinutes(mean) * MINUTE_MS;
  return Math.round(mean - equationOfTimeMinutes(near) * MINUTE_MS);
}
