import type { HouseSystem } from '../birth/conventions.js';
import { type Horizon, RADIAN, ascendant, cos, easternPoint, midheaven, sin, tan } from './horizon.js';
import { placidusCusps } from './placidus.js';
import { around } from './zodiac.js';

/** Longitudes of the twelve house cusps in degrees, first house first. */
export type Cusps = readonly number[];

/** Cusps 11, 12, 2 and 3. The other eight are the angles and the points opposite to these four. */
type Intermediate = readonly [eleven: number, twelve: number, two: number, three: number];

/**
 * The cusps of a house system; undefined where the system is not defined: Placidus and Koch within the polar circles,
 * Campanus and Regiomontanus at the poles. Formulas after M. Munkasey, An Astrological House Formulary.
 */
export function cuspsOf(system: HouseSystem, horizon: Horizon): Cusps | undefined {
  const rising = ascendant(horizon);
  if (system === 'placidus') return placidusCusps(horizon);
  if (system === 'koch') return isPolar(horizon) ? undefined : quadrants(horizon, koch(horizon));
  if (system === 'regiomontanus') return quadrantsOutsidePoles(horizon, regiomontanus);
  if (system === 'campanus') return quadrantsOutsidePoles(horizon, campanus);
  const start = system === 'equal' ? rising : Math.floor(rising / 30) * 30;
  return Array.from({ length: 12 }, (_, house) => around(start + house * 30));
}

const MAX_LATITUDE = 89.99;

const isPolar = ({ latitude, obliquity }: Horizon): boolean => Math.abs(tan(latitude) * tan(obliquity)) >= 1;

/**
 * Inside the polar circles, when the ascendant is the western horizon point, all cusps of the systems that divide the
 * sky by great circles are rotated by 180°, like the ascendant (as in the Swiss Ephemeris).
 */
function quadrantsOutsidePoles(horizon: Horizon, intermediate: (horizon: Horizon) => Intermediate): Cusps | undefined {
  if (Math.abs(horizon.latitude) > MAX_LATITUDE) return undefined;
  const isTurned = easternPoint(horizon) !== ascendant(horizon);
  const cusps = quadrants(horizon, intermediate(horizon), easternPoint(horizon));
  return isTurned ? cusps.map((cusp) => around(cusp + 180)) : cusps;
}

function quadrants(horizon: Horizon, [eleven, twelve, two, three]: Intermediate, first = ascendant(horizon)): Cusps {
  const half = [midheaven(horizon), eleven, twelve, first, two, three];
  const all = [...half, ...half.map((cusp) => around(cusp + 180))];
  return [...all.slice(3), ...all.slice(0, 3)];
}

/**
 * Longitude of the ecliptic point that rises at an oblique ascension, on a horizon whose latitude is the pole height of
 * the house circle.
 */
const pointRising = (obliqueAscension: number, pole: number, { obliquity }: Horizon): number =>
  easternPoint({ ramc: obliqueAscension - 90, obliquity, latitude: pole });

const atan = (value: number): number => Math.atan(value) * RADIAN;
const asin = (value: number): number => Math.asin(value) * RADIAN;

/**
 * Divides the celestial equator into twelve equal arcs. The house circles pass through the division points and through
 * the north and south points of the horizon.
 */
function regiomontanus(horizon: Horizon): Intermediate {
  const { ramc, latitude } = horizon;
  const cusp = (degrees: number) => pointRising(ramc + degrees, atan(tan(latitude) * sin(degrees)), horizon);
  return [cusp(30), cusp(60), cusp(120), cusp(150)];
}

/** Divides the prime vertical, instead of the equator, into twelve equal arcs. */
function campanus(horizon: Horizon): Intermediate {
  const { ramc, latitude } = horizon;
  const cusp = (degrees: number) => {
    const pole = asin(sin(latitude) * sin(degrees));
    const meridianDistance = Math.atan2(sin(degrees) * cos(latitude), cos(degrees)) * RADIAN;
    return pointRising(ramc + meridianDistance, pole, horizon);
  };
  return [cusp(30), cusp(60), cusp(120), cusp(150)];
}

/**
 * Divides the time that the midheaven degree takes from rising to culmination into thirds. The cusps are the ascendants
 * at the birthplace one and two thirds of that time before and after the birth.
 */
function koch(horizon: Horizon): Intermediate {
  const { ramc, obliquity, latitude } = horizon;
  const declination = asin(sin(midheaven(horizon)) * sin(obliquity));
  const third = asin(tan(declination) * tan(latitude)) / 3;
  const cusp = (degrees: number, thirds: number) => pointRising(ramc + degrees + thirds * third, latitude, horizon);
  return [cusp(30, -2), cusp(60, -1), cusp(120, 1), cusp(150, 2)];
}
