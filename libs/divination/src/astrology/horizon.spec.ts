import { describe, expect, it } from '@jest/globals';
import { Horizon as horizontal, Observer } from 'astronomy-engine';
import fc from 'fast-check';
import { RADIAN, type Horizon, ascendant, cos, horizonAt, longitudeAt, midheaven, sin, tan } from './horizon.js';
import { placidusCusps } from './placidus.js';
import { apart, around } from './zodiac.js';

type Vector = readonly [number, number, number];
const cross = ([a, b, c]: Vector, [x, y, z]: Vector): Vector => [b * z - c * y, c * x - a * z, a * y - b * x];
const dot = ([a, b, c]: Vector, [x, y, z]: Vector): number => a * x + b * y + c * z;

/** Eastern intersection of the ecliptic and the horizon, computed by vectors instead of spherical triangles. */
function risingByVectors({ ramc, obliquity, latitude }: Horizon): number {
  const zenith: Vector = [cos(latitude) * cos(ramc), cos(latitude) * sin(ramc), sin(latitude)];
  const east: Vector = [-sin(ramc), cos(ramc), 0];
  const meeting = cross([0, -sin(obliquity), cos(obliquity)], zenith);
  const [x, y, z] = dot(meeting, east) > 0 ? meeting : (meeting.map((part) => -part) as unknown as Vector);
  return around(Math.atan2(y * cos(obliquity) + z * sin(obliquity), x) * RADIAN);
}

/** Mean sidereal time by Meeus 12.4 and mean obliquity by Meeus 22.2. */
function skyByMeeus(atMs: number, latitude: number, longitude: number): Horizon {
  const days = atMs / 86_400_000 - 10_957.5;
  const centuries = days / 36_525;
  const sidereal = 280.46061837 + 360.98564736629 * days + 0.000387933 * centuries ** 2 - centuries ** 3 / 38_710_000;
  const obliquity = 23.4392911 - 0.013004167 * centuries - 1.6e-7 * centuries ** 2 + 5.03e-7 * centuries ** 3;
  return { ramc: around(sidereal + longitude), obliquity, latitude };
}

const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) });
const latitudes = fc.double({ min: -66, max: 66, noNaN: true });
const longitudes = fc.double({ min: -180, max: 180, noNaN: true });
const skies = fc
  .record({ ramc: fc.double({ min: 0, max: 359.999, noNaN: true }), latitude: latitudes })
  .map((sky): Horizon => ({ ...sky, obliquity: 23.44 }));

describe('ascendant and midheaven', () => {
  it('lie where the planes meet', () => {
    fc.assert(fc.property(skies, (sky) => expect(apart(ascendant(sky), risingByVectors(sky))).toBeLessThan(1e-7)));
  });

  it('stand on the eastern horizon and the meridian of an independent sky', () => {
    fc.assert(
      fc.property(instants, latitudes, longitudes, (atMs, latitude, longitude) => {
        const sky = horizonAt(atMs, latitude, longitude);
        const see = (along: number) => {
          const declination = Math.asin(sin(sky.obliquity) * sin(along)) * RADIAN;
          const ascension = around(Math.atan2(sin(along) * cos(sky.obliquity), cos(along)) * RADIAN);
          return horizontal(new Date(atMs), new Observer(latitude, longitude, 0), ascension / 15, declination);
        };
        const rising = see(ascendant(sky));
        expect(Math.abs(rising.altitude)).toBeLessThan(0.01);
        expect(rising.azimuth).toBeLessThan(180);
        expect(Math.min(apart(see(midheaven(sky)).azimuth, 180), apart(see(midheaven(sky)).azimuth, 0))).toBeLessThan(
          0.05,
        );
      }),
    );
  });

  it('are within a minute of arc of Meeus’ sidereal time and obliquity', () => {
    fc.assert(
      fc.property(instants, fc.double({ min: -60, max: 60, noNaN: true }), longitudes, (atMs, latitude, longitude) => {
        const [here, meeus] = [horizonAt(atMs, latitude, longitude), skyByMeeus(atMs, latitude, longitude)];
        expect(apart(midheaven(here), midheaven(meeus))).toBeLessThan(1 / 60);
        expect(apart(ascendant(here), risingByVectors(meeus))).toBeLessThan(3 / 60);
      }),
    );
  });

  it('keep the ascendant within 180° after the midheaven, within the polar circles too', () => {
    const anywhere = fc.record({
      ramc: fc.double({ min: 0, max: 359.999, noNaN: true }),
      latitude: fc.double({ min: -89, max: 89, noNaN: true }),
      obliquity: fc.constant(23.44),
    });
    fc.assert(
      fc.property(anywhere, (sky) => {
        expect(around(ascendant(sky) - midheaven(sky))).toBeLessThan(180);
        expect(apart(ascendant(sky), risingByVectors(sky)) % 180).toBeCloseTo(0, 5);
      }),
    );
  });

  it('has Aries rise over a six-hour sidereal clock’s opposite on the equator', () => {
    const sky = { obliquity: 23.44, latitude: 0 };
    expect(apart(ascendant({ ...sky, ramc: 270 }), 0)).toBeLessThan(1e-9);
    expect(apart(ascendant({ ...sky, ramc: 90 }), 180)).toBeLessThan(1e-9);
    expect(midheaven({ ...sky, ramc: 90 })).toBeCloseTo(90);
  });
});

describe('Placidus cusps', () => {
  const cuspsOf = (sky: Horizon): readonly number[] => {
    const cusps = placidusCusps(sky);
    if (!cusps) throw new Error('no cusps');
    return cusps;
  };

  it('form a circle of opposite pairs, with the angles at houses 1 and 10', () => {
    fc.assert(
      fc.property(skies, (sky) => {
        const cusps = cuspsOf(sky);
        const arcs = cusps.map((cusp, index) => around((cusps[(index + 1) % 12] ?? 0) - cusp));
        expect(arcs.reduce((sum, arc) => sum + arc, 0)).toBeCloseTo(360, 6);
        for (const [index, cusp] of cusps.entries()) {
          expect(arcs[index]).toBeGreaterThan(0);
          expect(apart(cusp, cusps[(index + 6) % 12] ?? 0)).toBeCloseTo(180, 6);
        }
        expect(apart(cusps[0] ?? 0, ascendant(sky))).toBeLessThan(1e-9);
        expect(apart(cusps[9] ?? 0, midheaven(sky))).toBeLessThan(1e-9);
      }),
    );
  });

  // Applies the definition in reverse, from the cusps: the ratio of meridian distance to semi-arc.
  it.each([
    [11, 1 / 3, 'upper'],
    [12, 2 / 3, 'upper'],
    [2, 2 / 3, 'lower'],
    [3, 1 / 3, 'lower'],
  ] as const)('has cusp %i at %d of its semi-arc from the %s meridian', (house, fraction, meridian) => {
    fc.assert(
      fc.property(skies, (sky) => {
        const along = cuspsOf(sky)[house - 1] ?? 0;
        const ascension = around(Math.atan2(sin(along) * cos(sky.obliquity), cos(along)) * RADIAN);
        const declination = Math.asin(sin(sky.obliquity) * sin(along)) * RADIAN;
        const diurnal = Math.acos(-tan(sky.latitude) * tan(declination)) * RADIAN;
        const [from, arc] = meridian === 'upper' ? [sky.ramc, diurnal] : [sky.ramc + 180, 180 - diurnal];
        expect(apart(ascension, from) / arc).toBeCloseTo(fraction, 6);
      }),
    );
  });

  it('are the plain thirds of the sky on the equator', () => {
    const sky = { ramc: 40, obliquity: 23.44, latitude: 0 };
    for (const [house, turn] of [
      [11, 30],
      [12, 60],
      [2, 120],
      [3, 150],
    ] as const)
      expect(cuspsOf(sky)[house - 1]).toBeCloseTo(longitudeAt(40 + turn, 23.44), 6);
  });

  it.each([66.6, 70, 89, -67, -90, 90])('do not exist at latitude %d', (latitude) =>
    expect(placidusCusps({ ramc: 40, obliquity: 23.44, latitude })).toBeUndefined(),
  );
});
