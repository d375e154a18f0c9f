import { describe, expect, it } from '@jest/globals';
import series from 'astronomia/data';
import { deltaT } from 'astronomia/deltat';
import * as elliptic from 'astronomia/elliptic';
import * as moonposition from 'astronomia/moonposition';
import * as nutation from 'astronomia/nutation';
import { Planet } from 'astronomia/planetposition';
import * as pluto from 'astronomia/pluto';
import * as solar from 'astronomia/solar';
import fc from 'fast-check';
import { BODIES, type Body } from './body.js';
import { dailyMotion, eclipticLongitude } from './ecliptic-longitude.js';
import { apart, around } from './zodiac.js';

const MINUTE_OF_ARC = 1 / 60;
const DEGREE = 180 / Math.PI;
const DAY_MS = 86_400_000;

const earth = new Planet(series['vsop87Bearth']);
const planet = (name: string) => new Planet(series[`vsop87B${name}`]);
const PLANETS = new Map(
  (['mercury', 'venus', 'mars', 'jupiter', 'saturn', 'uranus', 'neptune'] as const).map((name) => [name, planet(name)]),
);

function julianEphemerisDay(atMs: number): number {
  const year = 1970 + atMs / (365.2425 * DAY_MS);
  return atMs / DAY_MS + 2_440_587.5 + deltaT(year) / 86_400;
}

const toEcliptic = ({ ra, dec }: { ra: number; dec: number }, obliquity: number): number =>
  around(Math.atan2(Math.sin(ra) * Math.cos(obliquity) + Math.tan(dec) * Math.sin(obliquity), Math.cos(ra)) * DEGREE);

/**
 * Meeus’ series for Pluto uses the equinox of 2000; general precession and nutation convert it to the equinox of date.
 */
function plutoOfDate(jde: number, nutationInLongitude: number): number {
  const centuries = (jde - 2_451_545) / 36_525;
  const precession = (5029.0966 * centuries + 1.11161 * centuries * centuries) / 3600;
  return around(
    toEcliptic(pluto.astrometric(jde, earth), 23.4392911 / DEGREE) + precession + nutationInLongitude * DEGREE,
  );
}

/** Longitudes by another author's implementation of the complete VSOP87 and of Meeus’ Moon and Pluto. */
function elsewhere(body: Body, atMs: number): number {
  const jde = julianEphemerisDay(atMs);
  const [inLongitude, inObliquity] = nutation.nutation(jde);
  if (body === 'sun') return around(solar.apparentVSOP87(earth, jde).lon * DEGREE);
  if (body === 'moon') return around((moonposition.position(jde).lon + inLongitude) * DEGREE);
  if (body === 'pluto') return plutoOfDate(jde, inLongitude);
  const series = PLANETS.get(body);
  if (!series) throw new Error(`no series for ${body}`);
  return toEcliptic(elliptic.position(series, earth, jde), nutation.meanObliquity(jde) + inObliquity);
}

describe('eclipticLongitude', () => {
  const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) });

  it.each(BODIES)('has the %s where a second implementation has it, within a minute of arc', (body) => {
    fc.assert(
      fc.property(instants, (atMs) => {
        expect(apart(eclipticLongitude(body, atMs), elsewhere(body, atMs))).toBeLessThan(MINUTE_OF_ARC);
      }),
      { numRuns: 60 },
    );
  });

  // Equinoxes, solstices, syzygies and oppositions as printed in almanacs, to the minute of Universal Time.
  it.each([
    ['2000-03-20T07:35Z', 0],
    ['2000-12-21T13:37Z', 270],
    ['2024-03-20T03:06Z', 0],
    ['2024-06-20T20:51Z', 90],
    ['2024-09-22T12:44Z', 180],
    ['2024-12-21T09:20Z', 270],
    ['2025-03-20T09:01Z', 0],
  ])('has the Sun of %s at %s°', (at, longitude) =>
    expect(apart(eclipticLongitude('sun', Date.parse(at)), longitude)).toBeLessThan(MINUTE_OF_ARC),
  );

  it.each<[string, string, Body, number]>([
    ['full Moon of an eclipse', '2000-01-21T04:41Z', 'moon', 180],
    ['full Moon', '2023-08-31T01:36Z', 'moon', 180],
    ['full Moon', '2024-01-25T17:54Z', 'moon', 180],
    ['new Moon of an eclipse', '2017-08-21T18:30Z', 'moon', 0],
    ['new Moon of an eclipse', '2024-04-08T18:21Z', 'moon', 0],
    ['opposition of Mars', '2018-07-27T05:07Z', 'mars', 180],
    ['opposition of Jupiter', '2022-09-26T19:33Z', 'jupiter', 180],
    ['transit of Venus', '2012-06-06T01:09Z', 'venus', 0],
    ['transit of Mercury', '2019-11-11T15:22Z', 'mercury', 0],
  ])('%s at %s', (_what, at, body, elongation) => {
    const atMs = Date.parse(at);
    const apartBy = around(eclipticLongitude(body, atMs) - eclipticLongitude('sun', atMs));
    expect(apart(apartBy, elongation)).toBeLessThan(MINUTE_OF_ARC);
  });

  it('has Jupiter and Saturn meet on 21 December 2020 at 0°29′ of Aquarius', () => {
    const atMs = Date.parse('2020-12-21T18:20Z');
    for (const body of ['jupiter', 'saturn'] as const)
      expect(apart(eclipticLongitude(body, atMs), 300 + 29 / 60)).toBeLessThan(MINUTE_OF_ARC);
  });

  // Days on which the outer planets enter a sign, according to ephemerides.
  it.each<[Body, string, number]>([
    ['uranus', '2010-05-28', 0],
    ['uranus', '2018-05-15', 30],
    ['neptune', '2011-04-04', 330],
    ['pluto', '2008-01-26', 270],
    ['pluto', '2023-03-23', 300],
    ['saturn', '2023-03-07', 330],
    ['jupiter', '2024-05-25', 60],
  ])('has %s enter a sign on %s', (body, day, longitude) => {
    const from = Date.parse(`${day}T00:00Z`);
    const side = (atMs: number) => Math.sign(around(eclipticLongitude(body, atMs) - longitude + 180) - 180);
    expect([side(from), side(from + DAY_MS)]).toEqual([-1, 1]);
  });
});

describe('dailyMotion', () => {
  it('never has the Sun or the Moon go backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) }), (atMs) => {
        expect(Math.abs(dailyMotion('sun', atMs) - 0.986)).toBeLessThan(0.04);
        expect(Math.abs(dailyMotion('moon', atMs) - 13.5)).toBeLessThan(2);
      }),
    );
  });

  // Retrograde periods according to ephemerides.
  it.each<[Body, string, boolean]>([
    ['mercury', '2024-04-10', true],
    ['mercury', '2024-05-10', false],
    ['venus', '2023-08-10', true],
    ['mars', '2020-10-13', true],
    ['mars', '2021-01-10', false],
    ['saturn', '2023-08-27', true],
  ])('%s on %s retrograde: %s', (body, day, backwards) =>
    expect(dailyMotion(body, Date.parse(`${day}T00:00Z`)) < 0).toBe(backwards),
  );
});
