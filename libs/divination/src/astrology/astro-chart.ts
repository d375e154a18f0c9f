import type { Ayanamsha, ZodiacName } from '../birth/conventions.js';
import type { Aspect, Position } from './aspect.js';
import { BODIES, type Body } from './body.js';
import { ANGLES, type Angle } from './chart-point.js';
import type { Houses } from './houses.js';
import type { MoonPhase } from './moon-phase.js';
import { type Placement, around, longitudeOf } from './zodiac.js';

/** A birth chart, computed by the server or sent by the client. Unknown values are absent. */
export interface AstroChart {
  /** Present in computed charts only. */
  readonly zodiac?: ZodiacName;
  readonly ayanamsha?: { readonly name: Ayanamsha; readonly degrees: number };
  readonly bodies: Readonly<Partial<Record<Body, Placement>>>;
  readonly ascendant?: Placement;
  readonly midheaven?: Placement;
  readonly houses?: Houses;
  readonly moonPhase?: MoonPhase;
  /** Sorted by orb, closest first. */
  readonly aspects: readonly Aspect[];
}

/** Like `positionsOf`, plus the angles whose longitude is known. */
export const positionsWithAngles = (chart: Pick<AstroChart, 'bodies' | Angle>): readonly Position[] => [
  ...positionsOf(chart),
  ...ANGLES.flatMap((angle) => {
    const placement = chart[angle];
    const longitude = placement && longitudeOf(placement);
    return longitude === undefined ? [] : [[angle, longitude] as const];
  }),
];

/** Positions of the bodies whose longitude is known, in the zodiac of the chart. */
export const positionsOf = ({ bodies }: Pick<AstroChart, 'bodies'>): readonly Position[] =>
  BODIES.flatMap((body) => {
    const placement = bodies[body];
    const longitude = placement && longitudeOf(placement);
    return longitude === undefined ? [] : [[body, longitude] as const];
  });

/** Like `positionsOf`, converted to the tropical zodiac for comparison with the sky at another moment. */
export const tropicalPositionsOf = (chart: Pick<AstroChart, 'bodies' | 'ayanamsha'>): readonly Position[] =>
  positionsOf(chart).map(([body, longitude]) => [body, around(longitude + (chart.ayanamsha?.degrees ?? 0))]);
