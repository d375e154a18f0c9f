import { describe, expect, it } from '@jest/globals';
import { ASPECT_RULES, type Position } from './aspect.js';
import { BODIES } from './body.js';
import { MAX_TRANSIT_DAYS, transitsBetween } from './dated-transits.js';
import { eclipticLongitude } from './ecliptic-longitude.js';
import { apart } from './zodiac.js';

const DAY_MS = 86_400_000;
const NATAL: readonly Position[] = [
  ['sun', 53.8],
  ['moon', 289.4],
  ['ascendant', 84.2],
];
const fromMs = Date.UTC(2026, 0, 1);

describe('dated transits', () => {
  it('are exact at their moments and in order', () => {
    const found = transitsBetween(NATAL, { fromMs, untilMs: fromMs + 60 * DAY_MS }, BODIES);
    const places = new Map(NATAL);
    expect(found.length).toBeGreaterThan(60);
    for (const { atMs, from, to, aspect } of found) {
      const distance = apart(eclipticLongitude(from, atMs), places.get(to) ?? 0);
      expect(Math.abs(distance - ASPECT_RULES[aspect].angle)).toBeLessThan(0.01);
    }
    expect(found.map(({ atMs }) => atMs)).toEqual(found.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  });

  it('miss none that sampling every ten minutes finds', () => {
    const untilMs = fromMs + 3 * DAY_MS;
    const found = transitsBetween(NATAL, { fromMs, untilMs }, ['moon', 'mercury']);
    let crossed = 0;
    for (const body of ['moon', 'mercury'] as const)
      for (const [, longitude] of NATAL)
        for (const target of [0, 60, 90, 120, 180, 240, 270, 300].map((angle) => (longitude + angle) % 360))
          for (let atMs = fromMs; atMs < untilMs; atMs += 600_000) {
            const [before, after] = [atMs, atMs + 600_000].map(
              (each) => ((eclipticLongitude(body, each) - target + 540) % 360) - 180,
            );
            if (Math.abs((before ?? 0) - (after ?? 0)) < 90 && (before ?? 0) < 0 !== (after ?? 0) < 0) crossed++;
          }
    expect(found).toHaveLength(crossed);
  });

  it('find all passages of a planet that turns back', () => {
    // Mercury was retrograde from 2026-02-26 to 03-20 between 22° and 8° of Pisces.
    const found = transitsBetween([['sun', 345]], { fromMs, untilMs: fromMs + 150 * DAY_MS }, ['mercury']);
    expect(found.filter(({ aspect }) => aspect === 'conjunction').map(({ retrograde }) => retrograde)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('refuse a span that takes too long', () => {
    expect(() => transitsBetween(NATAL, { fromMs, untilMs: fromMs + (MAX_TRANSIT_DAYS + 1) * DAY_MS }, BODIES)).toThrow(
      RangeError,
    );
  });
});
