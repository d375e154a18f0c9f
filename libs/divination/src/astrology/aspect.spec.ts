import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { ASPECTS, ASPECT_RULES, aspectBetween, aspectsAmong } from './aspect.js';
import { BODIES, BODY_NAMES } from './body.js';
import { MOON_PHASES, MOON_PHASE_NAMES, moonPhase } from './moon-phase.js';
import { transits } from './transits.js';
import { SIGNS, SIGN_NAMES, apart, longitudeOf, placementOf, signOf } from './zodiac.js';

const record = z.looseObject({ id: z.string(), title_ko: z.string(), title_en: z.string() });
const PACK = new Map(
  readFileSync(new URL('../../../../knowledge/domain/astrology.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => record.parse(JSON.parse(line)))
    .map((each) => [each.id, each] as const),
);
const longitudes = fc.double({ min: -720, max: 720, noNaN: true });

describe('names and rules', () => {
  it('equal the knowledge pack', () => {
    for (const sign of SIGNS)
      expect(PACK.get(`astro:sign-${sign}`)).toMatchObject({
        title_ko: SIGN_NAMES[sign].ko,
        title_en: SIGN_NAMES[sign].en,
      });
    for (const body of BODIES) {
      expect(PACK.get(`astro:body-${body}`)?.title_ko).toBe(BODY_NAMES[body].ko);
      for (const sign of SIGNS) expect(PACK.has(`astro:${body}-in-${sign}`)).toBe(true);
    }
    for (const aspect of ASPECTS) expect(PACK.get(`astro:aspect-${aspect}`)).toMatchObject(ASPECT_RULES[aspect]);
    for (const phase of MOON_PHASES)
      expect(PACK.get(`astro:phase-${phase}`)).toMatchObject({
        title_ko: MOON_PHASE_NAMES[phase].ko,
        title_en: MOON_PHASE_NAMES[phase].en,
      });
  });
});

describe('the zodiac', () => {
  it('converts every longitude to a placement and back', () => {
    fc.assert(
      fc.property(longitudes, (longitude) => {
        const placement = placementOf(longitude);
        expect(placement.degree).toBeGreaterThanOrEqual(0);
        expect(placement.degree).toBeLessThan(30);
        expect(placement.sign).toBe(signOf(longitude));
        expect(apart(longitudeOf(placement) ?? Number.NaN, longitude)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('aspects', () => {
  it('are symmetrical and within their orb', () => {
    fc.assert(
      fc.property(longitudes, longitudes, (one, other) => {
        const there = aspectBetween(['sun', one], ['moon', other]);
        const back = aspectBetween(['moon', other], ['sun', one]);
        expect(there?.aspect).toBe(back?.aspect);
        const within = ASPECTS.filter(
          (name) => Math.abs(apart(one, other) - ASPECT_RULES[name].angle) <= ASPECT_RULES[name].orb,
        );
        expect(there ? [there.aspect] : []).toEqual(within);
      }),
    );
  });

  it('are sorted by orb, each pair once', () => {
    const found = aspectsAmong([
      ['sun', 0],
      ['moon', 93],
      ['mars', 121],
      ['venus', 359],
    ]);
    expect(found.map(({ from, to, aspect, orb }) => `${from} ${aspect} ${to} ${orb}`)).toEqual([
      'sun trine mars 1',
      'sun conjunction venus 1',
      'mars trine venus 2',
      'sun square moon 3',
      'moon square venus 4',
    ]);
  });
});

describe('the phase of the Moon', () => {
  it.each([
    [0, 'new'],
    [22.4, 'new'],
    [22.6, 'waxing-crescent'],
    [90, 'first-quarter'],
    [135, 'waxing-gibbous'],
    [180, 'full'],
    [225, 'waning-gibbous'],
    [270, 'last-quarter'],
    [315, 'waning-crescent'],
    [337.6, 'new'],
  ])('%d° ahead of the Sun is %s', (elongation, phase) => expect(moonPhase(250, 250 + elongation)).toBe(phase));
});

describe('transits', () => {
  it('find the great conjunction over a Sun at the first degree of Aquarius', () => {
    const found = transits([['sun', 300.4]], Date.parse('2020-12-21T18:20Z'));
    expect(found.slice(0, 2).map(({ from, aspect, to }) => `${from} ${aspect} ${to}`)).toEqual([
      'jupiter conjunction sun',
      'saturn conjunction sun',
    ]);
    expect(found.every(({ orb }) => orb <= 3)).toBe(true);
  });
});
