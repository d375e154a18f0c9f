import type { ChartPoint } from './chart-point.js';
import { apart } from './zodiac.js';

export const ASPECTS = ['conjunction', 'sextile', 'square', 'trine', 'opposition'] as const;
export type AspectName = (typeof ASPECTS)[number];

/**
 * The five Ptolemaic aspects with their angles and their orbs in a birth chart, in degrees; the same values as in the
 * built-in knowledge files.
 */
export const ASPECT_RULES: Readonly<Record<AspectName, AspectRule>> = {
  conjunction: { angle: 0, orb: 8 },
  sextile: { angle: 60, orb: 4 },
  square: { angle: 90, orb: 7 },
  trine: { angle: 120, orb: 7 },
  opposition: { angle: 180, orb: 8 },
};

export const MINOR_ASPECTS = [
  'semisextile',
  'semisquare',
  'quintile',
  'sesquisquare',
  'biquintile',
  'quincunx',
] as const;
export type MinorAspectName = (typeof MINOR_ASPECTS)[number];

/**
 * Kepler's minor aspects (Harmonices Mundi IV) with an orb of two degrees, three for the quincunx, as in most programs.
 */
export const MINOR_ASPECT_RULES: Readonly<Record<MinorAspectName, AspectRule>> = {
  semisextile: { angle: 30, orb: 2 },
  semisquare: { angle: 45, orb: 2 },
  quintile: { angle: 72, orb: 2 },
  sesquisquare: { angle: 135, orb: 2 },
  biquintile: { angle: 144, orb: 2 },
  quincunx: { angle: 150, orb: 3 },
};

interface AspectRule {
  readonly angle: number;
  readonly orb: number;
}

export const ASPECT_NAMES: Readonly<
  Record<AspectName | MinorAspectName, { readonly ko: string; readonly en: string }>
> = {
  conjunction: { ko: '합', en: 'conjunction' },
  sextile: { ko: '육각', en: 'sextile' },
  square: { ko: '사각', en: 'square' },
  trine: { ko: '삼각', en: 'trine' },
  opposition: { ko: '대립각', en: 'opposition' },
  semisextile: { ko: '반육각', en: 'semisextile' },
  semisquare: { ko: '반사각', en: 'semisquare' },
  quintile: { ko: '오각', en: 'quintile' },
  sesquisquare: { ko: '세스퀴스퀘어', en: 'sesquisquare' },
  biquintile: { ko: '이중오각', en: 'biquintile' },
  quincunx: { ko: '퀸컹스', en: 'quincunx' },
};

export interface Aspect<Name extends string = AspectName> {
  readonly from: ChartPoint;
  readonly to: ChartPoint;
  readonly aspect: Name;
  /** Deviation from the exact angle in degrees. */
  readonly orb: number;
}

/** A point of a chart and its longitude in degrees. */
export type Position = readonly [ChartPoint, number];

/**
 * The major aspect between two longitudes, within its orb or within `maxOrb` degrees if that is smaller; undefined
 * without one.
 */
export const aspectBetween = (one: Position, other: Position, maxOrb = Infinity): Aspect | undefined =>
  within(ASPECTS, ASPECT_RULES, [one, other], maxOrb);

const ALL_ASPECTS = [...ASPECTS, ...MINOR_ASPECTS] as const;
const ALL_RULES = { ...ASPECT_RULES, ...MINOR_ASPECT_RULES };

/** Like `aspectBetween`, but also finds minor aspects. */
export const anyAspectBetween = (
  one: Position,
  other: Position,
  maxOrb = Infinity,
): Aspect<AspectName | MinorAspectName> | undefined => within(ALL_ASPECTS, ALL_RULES, [one, other], maxOrb);

function within<Name extends string>(
  names: readonly Name[],
  rules: Readonly<Record<Name, AspectRule>>,
  [[from, one], [to, other]]: readonly [Position, Position],
  maxOrb: number,
): Aspect<Name> | undefined {
  for (const aspect of names) {
    const { angle, orb: allowed } = rules[aspect];
    const orb = Math.abs(apart(one, other) - angle);
    if (orb <= Math.min(allowed, maxOrb)) return { from, to, aspect, orb };
  }
  return undefined;
}

type FindAspect<Name extends string> = (one: Position, other: Position) => Aspect<Name> | undefined;

/**
 * Aspects among all pairs of positions, closest to exact first. Ascendant and midheaven are not compared with each
 * other.
 */
export const aspectsAmong = (positions: readonly Position[]): readonly Aspect[] =>
  aspectPairs(positions, (one, other) => aspectBetween(one, other));

/** Like `aspectsAmong`, with a custom function that finds the aspect of a pair. */
export const aspectPairs = <Name extends string>(
  positions: readonly Position[],
  find: FindAspect<Name>,
): readonly Aspect<Name>[] =>
  byOrb(
    positions.flatMap((one, index) =>
      positions.slice(index + 1).flatMap((other) => (areBound(one, other) ? [] : (find(one, other) ?? []))),
    ),
  );

/** Pairs that are not compared, because their points are not independent of each other. */
const BOUND: readonly (readonly ChartPoint[])[] = [
  ['ascendant', 'midheaven'],
  ['meanNode', 'trueNode'],
];
const areBound = ([one]: Position, [other]: Position): boolean =>
  BOUND.some((bound) => bound.includes(one) && bound.includes(other));

export const byOrb = <Found extends { readonly orb: number }>(aspects: readonly Found[]): readonly Found[] =>
  aspects.toSorted((a, b) => a.orb - b.orb);
