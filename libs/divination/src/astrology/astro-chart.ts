import type { Ayanamsha, ZodiacName } from '../birth/conventions.js';
import type { Aspect, Position } from './aspect.js';
import { BODIES, type Body } from './body.js';
import { ANGLES, type Angle } from './chart-point.js';
import type { Houses } from './houses.js';
import type { MoonPhase } from './moon-phase.js';
import { type Placement, around, longitudeOf } from './zodiac.js';

/** A birth chart, computed here or by the client; what is unknown is absent. */
export interface AstroChart {
  /** Of a computed chart; a client's chart does not say. */
  readonly zodiac?: ZodiacName;
  readonly ayanamsha?: { readonly name: Ayanamsha; readonly degrees: number };
  readonly bodies: Readonly<Partial<Record<Body, Placement>>>;
  readonly ascendant?: Placement;
  readonly midheaven?: Placement;
  readonly houses?: Houses;
  readonly moonPhase?: MoonPhase;
  /** The closest first. */
  readonly aspects: readonly Aspect[];
}

/** Like `positionsOf`, with the angles that are exactly known. */
export const positionsWithAngles = (chart: Pick<AstroChart, 'bodies' | Angle>): readonly Position[] => [
  ...positionsOf(chart),
  ...ANGLES.flatMap((angle) => {
    const placement = chart[angle];
    const longitude = placement && longitudeOf(placement);
    return longitude === undefined ? [] : [[angle, longitude] as const];
  }),
];

/** The bodies whose longitude is known, in the chart's own zodiac. */
export const positionsOf = ({ bodies }: Pick<AstroChart, 'bodies'>): readonly Position[] =>
  BODIES.flatMap((body) => {
    const placement = bodies[body];
    const longitude = placement && longitudeOf(placement);
    return longitude === undefined ? [] : [[body, longitude] as const];
  });

/** The same in the tropical zodiac, for comparison with the sky of another moment. */
export const tropicalPositionsOf = (chart: Pick<AstroChart, 'bodies' | 'ayanamsha'>): readonly Position[] =>
  positionsOf(chart).map(([body, longitude]) => [body, around(longitude + (chart.ayanamsha?.degrees ?? 0))]);
