import { Body as Engine, Ecliptic, GeoVector, MakeTime } from 'astronomy-engine';
import type { Body } from './body.js';
import { around } from './zodiac.js';

const ENGINE: Readonly<Record<Body, Engine>> = {
  sun: Engine.Sun,
  moon: Engine.Moon,
  mercury: Engine.Mercury,
  venus: Engine.Venus,
  mars: Engine.Mars,
  jupiter: Engine.Jupiter,
  saturn: Engine.Saturn,
  uranus: Engine.Uranus,
  neptune: Engine.Neptune,
  pluto: Engine.Pluto,
};

/** Apparent geocentric longitude in degrees, true equinox of date: light time, aberration and nutation included. */
export const eclipticLongitude = (body: Body, atMs: number): number =>
  Ecliptic(GeoVector(ENGINE[body], MakeTime(new Date(atMs)), true)).elon;

/** Step of the numerical derivative: short compared with a planetary station, long compared with rounding errors. */
const STEP_MS = 3_600_000;

/** Degrees of longitude per day; negative in retrograde motion. */
export function dailyMotion(body: Body, atMs: number): number {
  const moved = eclipticLongitude(body, atMs + STEP_MS) - eclipticLongitude(body, atMs - STEP_MS);
  return (around(moved + 180) - 180) * 12;
}
