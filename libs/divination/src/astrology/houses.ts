import { SIGNS, type Sign, around, signOf } from './zodiac.js';

export interface Houses {
  /** What the houses of bodies are counted by. */
  readonly system: 'placidus' | 'whole-sign';
  /** Twelve longitudes in degrees, first house first; absent within the polar circles. */
  readonly placidus?: readonly number[];
  /** Twelve signs; the first is the ascendant’s. */
  readonly wholeSign: readonly Sign[];
}

export function housesOf(ascendant: number, placidus: readonly number[] | undefined): Houses {
  const first = SIGNS.indexOf(signOf(ascendant));
  const wholeSign = SIGNS.map((_, index) => SIGNS[(first + index) % 12] ?? 'aries');
  return { system: placidus ? 'placidus' : 'whole-sign', ...(placidus && { placidus }), wholeSign };
}

/** 1–12. A body on a cusp is in the house that begins there. */
export function houseOf(longitude: number, { placidus, wholeSign }: Houses): number {
  if (!placidus) return wholeSign.indexOf(signOf(longitude)) + 1;
  const house = placidus.findIndex((cusp, index) => {
    const next = placidus[(index + 1) % 12] ?? cusp;
    return around(longitude - cusp) < around(next - cusp);
  });
  return house + 1;
}
