import { createRequire } from 'node:module';
import { ascendant, horizonAt, midheaven } from '../../dist/libs/divination/src/astrology/horizon.js';
import { cuspsOf } from '../../dist/libs/divination/src/astrology/house-cusps.js';
import { PLACES } from './places.js';
import { apart, ascendantOf, cuspErrors, midheavenOf, skyAt } from './sky.js';
import { Tally } from './tally.js';

const require = createRequire(import.meta.url);
const { Horoscope, Origin } = require('circular-natal-horoscope-js');

const SYSTEMS = ['placidus', 'koch', 'regiomontanus', 'campanus'];
/**
 * In degrees. Both implementations use apparent time and true obliquity; the tolerance is far below the accuracy of any
 * birth time.
 */
const MAX_ANGLE_DIFFERENCE = 0.01;
/** In degrees; the other library uses mean sidereal time and mean obliquity. */
const MAX_CUSP_DIFFERENCE = 0.1;
const MAX_PLAIN_LATITUDE = 66;

const ANGLE_RULES = {
  'the ascendant runs through more than 20° a second of time': ({ speed }) => speed > 20,
};
const CUSP_RULES = {
  'ours meet the definition of the system, by vectors; the library’s do not': ({ system, ours, theirs, sky, lat }) =>
    Math.max(...cuspErrors(system, ours, sky, lat)) < 0.02 && Math.max(...cuspErrors(system, theirs, sky, lat)) > 0.05,
  'the library’s ascendant is the descendant; the other cusps are equal': ({ ours, theirs }) =>
    ours.every((cusp, index) => apart(2 * cusp, 2 * theirs[index]) < 2 * MAX_CUSP_DIFFERENCE),
};

export function compareCharts(count, random) {
  const angles = new Tally(
    'Ascendant and midheaven',
    'vectors on sidereal time and nutation of astronomia',
    ANGLE_RULES,
  );
  const cusps = new Tally('House cusps', 'circular-natal-horoscope-js', CUSP_RULES);
  for (let index = 0; index < count; index++) {
    const [name, lat, lon] = random.pick(PLACES);
    const atMs = Date.UTC(1900, 0, 1) + random.below(73_414 * 86_400) * 1000;
    compareAngles(angles, { name, lat, lon, atMs });
    if (Math.abs(lat) < MAX_PLAIN_LATITUDE) compareCusps(cusps, { name, lat, lon, atMs, system: random.pick(SYSTEMS) });
  }
  return [angles, cusps];
}

function compareAngles(tally, { name, lat, lon, atMs }) {
  const horizon = horizonAt(atMs, lat, lon);
  const ours = { ascendant: ascendant(horizon), midheaven: midheaven(horizon) };
  const sky = skyAt(atMs, lon);
  const theirs = { ascendant: ascendantOf(sky, lat), midheaven: midheavenOf(sky) };
  const later = ascendant(horizonAt(atMs + 1000, lat, lon));
  const isEqual = ['ascendant', 'midheaven'].every((angle) => apart(ours[angle], theirs[angle]) < MAX_ANGLE_DIFFERENCE);
  const speed = apart(later, ours.ascendant) * 240;
  tally.compare(isEqual, { speed, shown: { name, at: new Date(atMs), ours, theirs, speed } });
}

function compareCusps(tally, { name, lat, lon, atMs, system }) {
  const at = new Date(atMs);
  const origin = new Origin({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    date: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    latitude: lat,
    longitude: lon,
  });
  const horoscope = new Horoscope({ origin, houseSystem: system, zodiac: 'tropical' });
  // The library's conversion of clock time is not compared here: its resulting instant, to the minute, is used.
  const minuteMs = Math.floor(origin.utcTime.valueOf() / 60_000) * 60_000;
  const ours = cuspsOf(system, horizonAt(minuteMs, lat, lon)) ?? [];
  const theirs = horoscope.Houses.map((house) => house.ChartPosition.StartPosition.Ecliptic.DecimalDegrees);
  const isEqual = ours.length === 12 && ours.every((cusp, index) => apart(cusp, theirs[index]) < MAX_CUSP_DIFFERENCE);
  tally.compare(isEqual, {
    system,
    ours,
    theirs,
    lat,
    sky: skyAt(minuteMs, lon),
    shown: { name, at, system, ours: ours.slice(0, 6), theirs: theirs.slice(0, 6) },
  });
}
