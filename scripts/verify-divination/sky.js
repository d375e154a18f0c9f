import series from 'astronomia/data';
import { deltaT } from 'astronomia/deltat';
import * as eqtime from 'astronomia/eqtime';
import * as nutation from 'astronomia/nutation';
import { Planet } from 'astronomia/planetposition';
import * as sidereal from 'astronomia/sidereal';

const earth = new Planet(series.vsop87Bearth);
const DEGREE = Math.PI / 180;
const DAY_MS = 86_400_000;
const wrap = (degrees) => ((degrees % 360) + 360) % 360;

const julianDay = (atMs) => atMs / DAY_MS + 2_440_587.5;
const dynamicalDay = (atMs) => julianDay(atMs) + deltaT(1970 + atMs / (365.2425 * DAY_MS)) / 86_400;

/** Equation of time in minutes, by Meeus, Astronomical Algorithms, chapter 28, with the complete VSOP87. */
export const equationOfTimeMinutes = (atMs) => (eqtime.e(dynamicalDay(atMs), earth) / DEGREE) * 4;

/** Right ascension of the midheaven and true obliquity in degrees. */
export function skyAt(atMs, longitude) {
  const jde = dynamicalDay(atMs);
  const [, inObliquity] = nutation.nutation(jde);
  const obliquity = (nutation.meanObliquity(jde) + inObliquity) / DEGREE;
  return { ramc: wrap(sidereal.apparent(julianDay(atMs)) / 240 + longitude), obliquity };
}

/** The ascendant: of the two points where the ecliptic crosses the horizon, the one within 180° after the midheaven. */
export function ascendantOf({ ramc, obliquity }, latitude) {
  const [theta, epsilon, phi] = [ramc, obliquity, latitude].map((degrees) => degrees * DEGREE);
  const zenith = [Math.cos(phi) * Math.cos(theta), Math.cos(phi) * Math.sin(theta), Math.sin(phi)];
  const [x, y, z] = cross([0, -Math.sin(epsilon), Math.cos(epsilon)], zenith);
  const meeting = wrap(Math.atan2(y * Math.cos(epsilon) + z * Math.sin(epsilon), x) / DEGREE);
  return wrap(meeting - midheavenOf({ ramc, obliquity })) < 180 ? meeting : wrap(meeting + 180);
}

export function midheavenOf({ ramc, obliquity }) {
  const [theta, epsilon] = [ramc * DEGREE, obliquity * DEGREE];
  return wrap(Math.atan2(Math.sin(theta), Math.cos(theta) * Math.cos(epsilon)) / DEGREE);
}

const cross = ([a, b, c], [x, y, z]) => [b * z - c * y, c * x - a * z, a * y - b * x];
const dot = ([a, b, c], [x, y, z]) => a * x + b * y + c * z;

export const apart = (one, other) => Math.abs(wrap(one - other + 180) - 180);

const sin = (degrees) => Math.sin(degrees * DEGREE);
const cos = (degrees) => Math.cos(degrees * DEGREE);
const tan = (degrees) => Math.tan(degrees * DEGREE);

/**
 * Deviation of cusps 11, 12, 2 and 3 from the definition of their system, in degrees of arc or of the divided circle.
 */
export function cuspErrors(system, cusps, { ramc, obliquity }, latitude) {
  return [
    [11, 30],
    [12, 60],
    [2, 120],
    [3, 150],
  ].map(([house, degrees]) => {
    const along = cusps[house - 1];
    if (system === 'placidus') return placidusError(along, degrees, { ramc, obliquity }, latitude);
    if (system === 'koch') return apart(along, kochCusp(degrees, { ramc, obliquity }, latitude));
    const point = [cos(along), sin(along) * cos(obliquity), sin(along) * sin(obliquity)];
    const north = [-sin(latitude) * cos(ramc), -sin(latitude) * sin(ramc), cos(latitude)];
    const zenith = [cos(latitude) * cos(ramc), cos(latitude) * sin(ramc), sin(latitude)];
    const east = [-sin(ramc), cos(ramc), 0];
    const normal = cross(north, point);
    const meeting = system === 'campanus' ? cross(normal, north) : cross(normal, [0, 0, 1]);
    const [up, side] = system === 'campanus' ? [zenith, east] : [[cos(ramc), sin(ramc), 0], east];
    return apart((2 * Math.atan2(dot(meeting, side), dot(meeting, up))) / DEGREE, 2 * degrees) / 2;
  });
}

/** Difference between the meridian distance of a cusp and its share of the semi-arc, in degrees. */
function placidusError(along, degrees, { ramc, obliquity }, latitude) {
  const ascension = Math.atan2(sin(along) * cos(obliquity), cos(along)) / DEGREE;
  const diurnal = Math.acos(-tan(latitude) * tan(Math.asin(sin(obliquity) * sin(along)) / DEGREE)) / DEGREE;
  const isUpper = degrees < 90;
  const arc = isUpper ? (diurnal * degrees) / 90 : ((180 - diurnal) * (180 - degrees)) / 90;
  return Math.abs(apart(ascension, isUpper ? ramc : ramc + 180) - arc);
}

/** Koch cusp: the ascendant one or two thirds of the midheaven degree's semi-arc before or after the given moment. */
function kochCusp(degrees, { ramc, obliquity }, latitude) {
  const declination = Math.asin(sin(obliquity) * sin(midheavenOf({ ramc, obliquity }))) / DEGREE;
  const third = (90 + Math.asin(tan(latitude) * tan(declination)) / DEGREE) / 3;
  const turns = { 30: -2, 60: -1, 120: 1, 150: 2 }[degrees];
  return ascendantOf({ ramc: wrap(ramc + turns * third), obliquity }, latitude);
}
