import type { Body } from './body.js';
import { apart } from './zodiac.js';

export const ASPECTS = ['conjunction', 'sextile', 'square', 'trine', 'opposition'] as const;
export type AspectName = (typeof ASPECTS)[number];

/** The five Ptolemaic angles and their orbs in a birth chart, in degrees; equal to the knowledge pack. */
export const ASPECT_RULES: Readonly<Record<AspectName, { readonly angle: number; readonly orb: number }>> = {
  conjunction: { angle: 0, orb: 8 },
  sextile: { angle: 60, orb: 4 },
  square: { angle: 90, orb: 7 },
  trine: { angle: 120, orb: 7 },
  opposition: { angle: 180, orb: 8 },
};

export interface Aspect {
  readonly from: Body;
  readonly to: Body;
  readonly aspect: AspectName;
  /** Degrees from exact. */
  readonly orb: number;
}

/** A body and its longitude in degrees. */
export type Position = readonly [Body, number];

/** The aspect of two longitudes within its orb, or within `maxOrb` degrees if that is less. */
export function aspectBetween([from, one]: Position, [to, other]: Position, maxOrb = Infinity): Aspect | undefined {
  for (const aspect of ASPECTS) {
    const { angle, orb: allowed } = ASPECT_RULES[aspect];
    const orb = Math.abs(apart(one, other) - angle);
    if (orb <= Math.min(allowed, maxOrb)) return { from, to, aspect, orb };
  }
  return undefined;
}

/** Every pair once, the closest to exact first. */
export const aspectsAmong = (positions: readonly Position[]): readonly Aspect[] =>
  byOrb(
    positions.flatMap((one, index) => positions.slice(index + 1).flatMap((other) => aspectBetween(one, other) ?? [])),
  );

export const byOrb = (aspects: readonly Aspect[]): readonly Aspect[] => [...aspects].sort((a, b) => a.orb - b.orb);
