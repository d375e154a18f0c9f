import type { HouseSystem } from '../birth/conventions.js';
import { type Cusps, cuspsOf } from './house-cusps.js';
import { type Horizon, ascendant } from './horizon.js';
import { SIGNS, type Sign, around, signOf } from './zodiac.js';

export interface Houses {
  /** House system in use: the requested one, or whole signs where that system is undefined. */
  readonly system: HouseSystem;
  /** Longitudes in degrees, first house first. */
  readonly cusps: Cusps;
  /** Signs of the twelve whole-sign houses; the first is the ascendant’s. */
  readonly wholeSign: readonly Sign[];
}

/** @param ayanamsha degrees to subtract for a sidereal zodiac; 0 for the tropical */
export function housesOf(asked: HouseSystem, horizon: Horizon, ayanamsha = 0): Houses {
  const rising = around(ascendant(horizon) - ayanamsha);
  const first = SIGNS.indexOf(signOf(rising));
  const wholeSign = SIGNS.map((_, index) => SIGNS[(first + index) % 12] ?? 'aries');
  const divided = asked === 'whole-sign' ? undefined : cuspsOf(asked, horizon);
  if (divided) return { system: asked, cusps: divided.map((cusp) => around(cusp - ayanamsha)), wholeSign };
  return { system: 'whole-sign', cusps: SIGNS.map((_, house) => around((first + house) * 30)), wholeSign };
}

/** Number of the house that contains a longitude, 1–12. A body on a cusp is in the house that begins there. */
export function houseOf(longitude: number, { cusps }: Pick<Houses, 'cusps'>): number {
  const house = cusps.findIndex((cusp, index) => {
    const next = cusps[(index + 1) % 12] ?? cusp;
    return around(longitude - cusp) < around(next - cusp);
  });
  return house + 1;
}
