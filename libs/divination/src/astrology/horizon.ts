import { MakeTime, SiderealTime, e_tilt } from 'astronomy-engine';
import { around } from './zodiac.js';

/** Orientation of the sky at a place and a moment; all values in degrees. */
export interface Horizon {
  /** Right ascension of the midheaven: local apparent sidereal time as an angle. */
  readonly ramc: number;
  /** True obliquity of the ecliptic. */
  readonly obliquity: number;
  /** Geographic latitude, north positive. */
  readonly latitude: number;
}

export const RADIAN = 180 / Math.PI;
export const sin = (degrees: number): number => Math.sin(degrees / RADIAN);
export const cos = (degrees: number): number => Math.cos(degrees / RADIAN);
export const tan = (degrees: number): number => Math.tan(degrees / RADIAN);

/** @param longitude degrees east */
export function horizonAt(atMs: number, latitude: number, longitude: number): Horizon {
  const time = MakeTime(new Date(atMs));
  return { ramc: around(SiderealTime(time) * 15 + longitude), obliquity: e_tilt(time).tobl, latitude };
}

/** Longitude of the ecliptic point with a given right ascension: tan λ = tan α / cos ε, in the quadrant of α. */
export const longitudeAt = (rightAscension: number, obliquity: number): number =>
  around(Math.atan2(sin(rightAscension), cos(rightAscension) * cos(obliquity)) * RADIAN);

/** Longitude of the midheaven: the point where the ecliptic crosses the meridian. */
export const midheaven = ({ ramc, obliquity }: Horizon): number => longitudeAt(ramc, obliquity);

/**
 * Longitude at which the ecliptic crosses the eastern horizon: tan λ = −cos θ / (sin ε tan φ + cos ε sin θ), Meeus,
 * Astronomical Algorithms (2nd ed.), 14.2.
 */
export const easternPoint = ({ ramc, obliquity, latitude }: Horizon): number =>
  around(Math.atan2(cos(ramc), -(sin(obliquity) * tan(latitude) + cos(obliquity) * sin(ramc))) * RADIAN);

/**
 * The ascendant: the horizon point within 180° after the midheaven, so that houses 10 to 1 follow the zodiac. Outside
 * the polar circles this is always the eastern point; inside them, while the midheaven is below the horizon, it is the
 * western one (the convention of the Swiss Ephemeris, programmer's documentation, “Houses within the polar circle”).
 */
export function ascendant(horizon: Horizon): number {
  const east = easternPoint(horizon);
  return around(east - midheaven(horizon)) < 180 ? east : around(east + 180);
}
