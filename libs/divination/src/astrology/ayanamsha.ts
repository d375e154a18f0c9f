import { MakeTime, e_tilt } from 'astronomy-engine';
import type { AstrologyConventions, Ayanamsha } from '../birth/conventions.js';

const J2000_JD = 2_451_545;
const UNIX_EPOCH_JD = 2_440_587.5;
const DAY_MS = 86_400_000;

/**
 * Reference values of each sidereal zodiac: the mean ayanamsha in degrees at a Julian day. Lahiri: Indian Calendar
 * Reform Committee, 23°15′00.658″ true on 1956-03-21, minus the nutation of that day; Fagan and Bradley: SVP of B1950;
 * Krishnamurti: zero in 291; B. V. Raman: zero in 397. Values from the documentation of the Swiss Ephemeris, 2.8.
 */
const FIXED: Readonly<Record<Ayanamsha, { readonly julianDay: number; readonly degrees: number }>> = {
  lahiri: { julianDay: 2_435_553.5, degrees: 23.245_524_743 },
  'fagan-bradley': { julianDay: 2_433_282.423_46, degrees: 24.042_044_444 },
  krishnamurti: { julianDay: 2_415_020, degrees: 22.363_889 },
  raman: { julianDay: 2_415_020, degrees: 21.014_44 },
};

/** General precession in longitude since J2000 in degrees (IAU 2006: Capitaine et al. 2003, p_A). */
function precession(julianDay: number): number {
  const t = (julianDay - J2000_JD) / 36_525;
  return (5028.796_195 * t + 1.105_434_8 * t ** 2 + 0.000_079_64 * t ** 3) / 3600;
}

/**
 * Ayanamsha in degrees: the tropical minus the sidereal longitude at a moment; 0 for the tropical zodiac. Includes
 * nutation, as apparent longitudes do.
 */
export function ayanamshaAt(atMs: number, { zodiac, ayanamsha }: AstrologyConventions): number {
  if (zodiac === 'tropical') return 0;
  const { julianDay, degrees } = FIXED[ayanamsha];
  const now = atMs / DAY_MS + UNIX_EPOCH_JD;
  const nutation = e_tilt(MakeTime(new Date(atMs))).dpsi / 3600;
  return degrees + precession(now) - precession(julianDay) + nutation;
}
