import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUSE_SYSTEMS, type HouseSystem } from '../birth/conventions.js';
import { type Horizon, RADIAN, ascendant, cos, midheaven, sin } from './horizon.js';
import { cuspsOf } from './house-cusps.js';
import { houseOf, housesOf } from './houses.js';
import { SIGNS, apart, around, signOf } from './zodiac.js';

type Vector = readonly [number, number, number];
const cross = ([a, b, c]: Vector, [x, y, z]: Vector): Vector => [b * z - c * y, c * x - a * z, a * y - b * x];
const dot = ([a, b, c]: Vector, [x, y, z]: Vector): number => a * x + b * y + c * z;

const skies = fc.record({
  ramc: fc.double({ min: 0, max: 359.999, noNaN: true }),
  latitude: fc.double({ min: -66, max: 66, noNaN: true }),
  obliquity: fc.constant(23.44),
});
const systems = fc.constantFrom(...HOUSE_SYSTEMS);
const cuspsAt = (system: HouseSystem, sky: Horizon): readonly number[] => {
  const cusps = cuspsOf(system, sky);
  if (!cusps) throw new Error('no cusps');
  return cusps;
};

/** Normal, in equatorial vectors, of the plane through the north point of the horizon and a point of the ecliptic. */
function houseCircle({ ramc, latitude, obliquity }: Horizon, along: number) {
  const point: Vector = [cos(along), sin(along) * cos(obliquity), sin(along) * sin(obliquity)];
  const north: Vector = [-sin(latitude) * cos(ramc), -sin(latitude) * sin(ramc), cos(latitude)];
  const zenith: Vector = [cos(latitude) * cos(ramc), cos(latitude) * sin(ramc), sin(latitude)];
  const east: Vector = [-sin(ramc), cos(ramc), 0];
  return { normal: cross(north, point), north, zenith, east };
}

const HOUSES = [
  [11, 30],
  [12, 60],
  [2, 120],
  [3, 150],
] as const;

describe('the cusps of a house system', () => {
  it('form one circle of opposite pairs', () => {
    fc.assert(
      fc.property(skies, systems, (sky, system) => {
        const cusps = cuspsAt(system, sky);
        const arcs = cusps.map((cusp, index) => around((cusps[(index + 1) % 12] ?? 0) - cusp));
        expect(arcs.reduce((sum, arc) => sum + arc, 0)).toBeCloseTo(360, 6);
        for (const [index, cusp] of cusps.entries())
          expect(apart(cusp, cusps[(index + 6) % 12] ?? 0)).toBeCloseTo(180, 6);
      }),
    );
  });

  it.each(['placidus', 'koch', 'regiomontanus', 'campanus'] as const)('have the angles at 1 and 10 in %s', (system) => {
    fc.assert(
      fc.property(skies, (sky) => {
        expect(apart(cuspsAt(system, sky)[0] ?? 0, ascendant(sky))).toBeLessThan(1e-6);
        expect(apart(cuspsAt(system, sky)[9] ?? 0, midheaven(sky))).toBeLessThan(1e-6);
      }),
    );
  });

  it.each(HOUSES)(
    'of Regiomontanus: the circle of house %i cuts the equator %i° from the meridian',
    (house, degrees) => {
      fc.assert(
        fc.property(skies, (sky) => {
          const { normal } = houseCircle(sky, cuspsAt('regiomontanus', sky)[house - 1] ?? 0);
          const [x, y] = cross(normal, [0, 0, 1]);
          const ascension = Math.atan2(y, x) * RADIAN;
          expect(apart(2 * (ascension - sky.ramc), 2 * degrees)).toBeLessThan(1e-5);
        }),
      );
    },
  );

  it.each(HOUSES)(
    'of Campanus: the circle of house %i cuts the prime vertical %i° from the zenith',
    (house, degrees) => {
      fc.assert(
        fc.property(skies, (sky) => {
          const { normal, north, zenith, east } = houseCircle(sky, cuspsAt('campanus', sky)[house - 1] ?? 0);
          const crossing = cross(normal, north);
          const angle = Math.atan2(dot(crossing, east), dot(crossing, zenith)) * RADIAN;
          expect(apart(2 * angle, 2 * degrees)).toBeLessThan(1e-5);
        }),
      );
    },
  );

  it('do not exist in Placidus and Koch within the polar circles', () => {
    for (const system of ['placidus', 'koch'] as const)
      for (const latitude of [67, -70, 89])
        expect(cuspsOf(system, { ramc: 40, obliquity: 23.44, latitude })).toBeUndefined();
  });
});

describe('houses', () => {
  it('hold every longitude in exactly one house, by any system', () => {
    fc.assert(
      fc.property(skies, systems, fc.double({ min: 0, max: 359.999, noNaN: true }), (sky, system, longitude) => {
        const houses = housesOf(system, sky);
        const house = houseOf(longitude, houses);
        const [begins = 0, ends = 0] = [houses.cusps[house - 1], houses.cusps[house % 12]];
        expect(around(longitude - begins)).toBeLessThan(around(ends - begins));
        const rising = SIGNS.indexOf(signOf(ascendant(sky)));
        const whole = houseOf(longitude, housesOf('whole-sign', sky));
        expect(whole).toBe(((SIGNS.indexOf(signOf(longitude)) - rising + 12) % 12) + 1);
      }),
    );
  });

  it('fall back to whole signs within the polar circles', () => {
    const { system, wholeSign, cusps } = housesOf('placidus', { ramc: 5, obliquity: 23.44, latitude: 70 });
    expect(system).toBe('whole-sign');
    expect(cusps.map(signOf)).toEqual(wholeSign);
  });

  it('shift with the ayanamsha', () => {
    const sky = { ramc: 40, obliquity: 23.44, latitude: 37 };
    const [tropical, sidereal] = [housesOf('koch', sky), housesOf('koch', sky, 24)];
    for (const [index, cusp] of tropical.cusps.entries())
      expect(apart(cusp - 24, sidereal.cusps[index] ?? 0)).toBeLessThan(1e-9);
  });
});
