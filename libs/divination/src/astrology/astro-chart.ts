import type { Aspect, Position } from './aspect.js';
import { BODIES, type Body } from './body.js';
import type { Houses } from './houses.js';
import type { MoonPhase } from './moon-phase.js';
import { type Placement, longitudeOf } from './zodiac.js';

/** A birth chart, computed here or by the client; what is unknown is absent. */
export interface AstroChart {
  readonly bodies: Readonly<Partial<Record<Body, Placement>>>;
  readonly ascendant?: Placement;
  readonly midheaven?: Placement;
  readonly houses?: Houses;
  readonly moonPhase?: MoonPhase;
  /** The closest first. */
  readonly aspects: readonly Aspect[];
}

/** The bodies whose longitude is known. */
export const positionsOf = ({ bodies }: Pick<AstroChart, 'bodies'>): readonly Position[] =>
  BODIES.flatMap((body) => {
    const placement = bodies[body];
    const longitude = placement && longitudeOf(placement);
    return longitude === undefined ? [] : [[body, longitude] as const];
  });
