import { equationOfTimeMinutes } from 'manseryeok';
import type { SolarTime } from './conventions.js';

const MINUTE_MS = 60_000;

/**
 * Local mean time in milliseconds of a zoneless clock: Universal Time plus four minutes for each degree of longitude
 * east.
 */
export const meanSolarTimeMs = (instantMs: number, longitude: number): number => instantMs + longitude * 4 * MINUTE_MS;

/**
 * True (apparent) solar time in milliseconds of a zoneless clock: local mean time plus the equation of time (Meeus,
 * Astronomical Algorithms, 28.3), which is between −14 and +16 minutes.
 */
export const trueSolarTimeMs = (instantMs: number, longitude: number): number =>
  meanSolarTimeMs(instantMs, longitude) + equationOfTimeMinutes(instantMs) * MINUTE_MS;

/**
 * The instant at which a solar clock shows a time. The equation of time changes by at most 30 s a day, so one
 * correction step is accurate to 1 s.
 */
export function instantOfSolarTime(clockMs: number, longitude: number, clock: Exclude<SolarTime, 'clock'>): number {
  const mean = clockMs - longitude * 4 * MINUTE_MS;
  if (clock === 'mean') return mean;
  const near = mean - equationOfTimeMinutes(mean) * MINUTE_MS;
  return Math.round(mean - equationOfTimeMinutes(near) * MINUTE_MS);
}
