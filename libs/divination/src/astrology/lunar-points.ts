import { GeoMoonState, MakeTime, RotateState, Rotation_EQJ_ECT, e_tilt } from 'astronomy-engine';
import type { LunarPoint } from './chart-point.js';
import { RADIAN, cos, sin } from './horizon.js';
import { around } from './zodiac.js';

const J2000_DAYS_PER_CENTURY = 36_525;
/** Mean inclination of the Moon's orbit (ELP 2000-82; Chapront-Touzé & Chapront 1988). */
const INCLINATION = 5.145_396_4;

/** Mean longitude of the ascending node: Meeus, Astronomical Algorithms (2nd ed.), 47.7. */
const meanNode = (t: number): number =>
  125.044_547_9 - 1934.136_289_1 * t + 0.002_075_4 * t ** 2 + t ** 3 / 467_441 - t ** 4 / 60_616_000;

/** Mean longitude of the perigee, counted along the ecliptic to the node and then along the orbit: Meeus, p. 343. */
const meanPerigee = (t: number): number =>
  83.353_246_5 + 4069.013_728_7 * t - 0.010_32 * t ** 2 - t ** 3 / 80_053 + t ** 4 / 18_999_000;

/**
 * Apparent longitudes in degrees, true equinox of date. Lilith is the mean apogee projected from the orbit onto the
 * ecliptic, as in the Swiss Ephemeris (programmer's documentation, “Mean apogee”). The true node is the direction in
 * which the osculating orbit crosses the ecliptic northward: ẑ × (r × v).
 */
export function lunarPoints(atMs: number): Readonly<Record<LunarPoint, number>> {
  const time = MakeTime(new Date(atMs));
  const t = time.tt / J2000_DAYS_PER_CENTURY;
  const nutation = e_tilt(time).dpsi / 3600;
  const node = meanNode(t);
  const fromNode = meanPerigee(t) + 180 - node;
  const projected = node + Math.atan2(sin(fromNode) * cos(INCLINATION), cos(fromNode)) * RADIAN;
  const { x, y, z, vx, vy, vz } = RotateState(Rotation_EQJ_ECT(time), GeoMoonState(time));
  return {
    meanNode: around(node + nutation),
    trueNode: around(Math.atan2(y * vz - z * vy, x * vz - z * vx) * RADIAN),
    lilith: around(projected + nutation),
  };
}
