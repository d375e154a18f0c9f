import * as moonposition from 'astronomia/moonposition';
import { createRequire } from 'node:module';
import { aspectsAmong } from '../../dist/libs/divination/src/astrology/aspect.js';
import { BODIES } from '../../dist/libs/divination/src/astrology/body.js';
import { eclipticLongitude } from '../../dist/libs/divination/src/astrology/ecliptic-longitude.js';
import { lunarPoints } from '../../dist/libs/divination/src/astrology/lunar-points.js';
import { apart } from './sky.js';
import { Tally } from './tally.js';

const require = createRequire(import.meta.url);
const { Horoscope, Origin } = require('circular-natal-horoscope-js');

const DEGREE = Math.PI / 180;
/** Maximum nutation in degrees, which the other libraries do not include in mean points. */
const MAX_NUTATION = 0.006;
/**
 * Maximum effect, in degrees, of projecting the orbit onto the ecliptic (half the square of half its inclination), plus
 * nutation.
 */
const MAX_PROJECTION = 0.125;
/** Maximum error in degrees of a true node computed from five periodic terms. */
const MAX_TRUE_NODE = 0.33;
/** In degrees: at each end of an aspect, positions of the two libraries differ by up to some minutes of arc. */
const MAX_ORB_DIFFERENCE = 0.15;
const ORBS = { conjunction: 8, sextile: 4, square: 7, trine: 7, opposition: 8 };

const LILITH_RULES = {
  'the library counts Lilith along the orbit, ours is projected onto the ecliptic': ({ difference }) =>
    difference < MAX_PROJECTION,
};
const ASPECT_RULES = {
  'the orb is within some minutes of its limit': ({ missing, extra }) =>
    [...missing, ...extra].every(({ aspect, orb }) => Math.abs(orb - ORBS[aspect]) < MAX_ORB_DIFFERENCE),
};

/** Compares points of the Moon's orbit and major aspects at random moments. */
export function comparePoints(count, random) {
  const tallies = {
    meanNode: new Tally('Mean node', 'circular-natal-horoscope-js', {}),
    lilith: new Tally('Lilith (mean apogee)', 'circular-natal-horoscope-js', LILITH_RULES),
    trueNode: new Tally('True node', 'periodic terms of astronomia', {}),
    aspects: new Tally('Major aspects of ten bodies', 'circular-natal-horoscope-js', ASPECT_RULES),
  };
  for (let index = 0; index < count; index++)
    compareMoment(tallies, new Date(Date.UTC(1900, 0, 1) + random.below(73_414 * 1440) * 60_000));
  return Object.values(tallies);
}

function compareMoment(tallies, at) {
  const { horoscope, atMs } = horoscopeOf(at);
  const ours = lunarPoints(atMs);
  const theirs = longitudesOf(horoscope.CelestialPoints.all);
  const shown = { at: new Date(atMs), ours, theirs };
  tallies.meanNode.compare(apart(ours.meanNode, theirs.northnode) < MAX_NUTATION, { shown });
  const difference = apart(ours.lilith, theirs.lilith);
  tallies.lilith.compare(difference < MAX_NUTATION, { difference, shown });
  const terms = moonposition.trueNode(atMs / 86_400_000 + 2_440_587.5) / DEGREE;
  tallies.trueNode.compare(apart(ours.trueNode, terms) < MAX_TRUE_NODE, { shown: { ...shown, terms } });
  compareAspects(tallies.aspects, horoscope, atMs);
}

function horoscopeOf(at) {
  const origin = new Origin({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    date: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    latitude: 51.5,
    longitude: 0,
  });
  const horoscope = new Horoscope({
    origin,
    houseSystem: 'whole-sign',
    zodiac: 'tropical',
    aspectPoints: ['bodies'],
    aspectWithPoints: ['bodies'],
    aspectTypes: ['major'],
    customOrbs: ORBS,
  });
  return { horoscope, atMs: origin.utcTime.valueOf() };
}

const longitudesOf = (points) =>
  Object.fromEntries(points.map(({ key, ChartPosition }) => [key, ChartPosition.Ecliptic.DecimalDegrees]));

function compareAspects(tally, { Aspects }, atMs) {
  const ours = aspectsAmong(BODIES.map((body) => [body, eclipticLongitude(body, atMs)]));
  const theirs = Aspects.all
    .filter(({ point1Key, point2Key }) => BODIES.includes(point1Key) && BODIES.includes(point2Key))
    .map(({ point1Key: from, point2Key: to, aspectKey: aspect, orb }) => ({ from, to, aspect, orb }));
  const missing = without(theirs, ours);
  const extra = without(ours, theirs);
  tally.compare(missing.length + extra.length === 0, { missing, extra, shown: { at: new Date(atMs), missing, extra } });
}

const keyOf = ({ from, to, aspect }) =>
  [...[from, to].toSorted((one, other) => one.localeCompare(other)), aspect].join(' ');

function without(list, others) {
  const known = new Set(others.map(keyOf));
  return list.filter((each) => !known.has(keyOf(each)));
}
