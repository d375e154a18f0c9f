import { MakeTime, SiderealTime, e_tilt } from 'astronomy-engine';
import { around } from './zodiac.js';

/** The sky over a place: degrees throughout. */
export interface Horizon {
  /** Right ascension of the midheaven: local apparent sidereal time as an angle. */
  readonly ramc: number;
  /** True obliquity of the ecliptic. */
  readonly obliquity: number;
  /** North positive. */
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

/** Longitude of the ecliptic’s point with a given right ascension: tan λ = tan α / cos ε, in α’s quadrant. */
export const longitudeAt = (rightAscension: number, obliquity: number): number =>
  around(Math.atan2(sin(rightAscension), cos(rightAscension) * cos(obliquity)) * RADIAN);

/** Where the ecliptic crosses the meridian in the south. */
export const midheaven = ({ ramc, obliquity }: Horizon): number => longitudeAt(ramc, obliquity);

/**
 * Where the ecliptic rises: tan λ = −cos θ / (sin ε tan φ + cos ε sin θ), Meeus, Astronomical Algorithms (2nd ed.),
 * 14.2, in the quadrant that is in the east.
 */
export const ascendant = ({ ramc, obliquity, latitude }: Horizon): number =>
  around(Math.atan2(cos(ramc), -(sin(obliquity) * tan(latitude) + cos(obliquity) * sin(ramc))) * RADIAN);
