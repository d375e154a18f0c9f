import { type Aspect, type Position, aspectBetween, byOrb } from './aspect.js';
import { type AstroChart, positionsWithAngles } from './astro-chart.js';
import { BODIES, type Body } from './body.js';
import { houseOf } from './houses.js';
import { around } from './zodiac.js';

/**
 * Orb in degrees, narrower than within one chart: with wider orbs nearly all pairs of charts have aspects (R. Hand,
 * Planets in Composite, ch. 2).
 */
const SYNASTRY_ORB = 5;

const tropical = (chart: AstroChart): readonly Position[] =>
  positionsWithAngles(chart).map(([point, longitude]) => [point, around(longitude + (chart.ayanamsha?.degrees ?? 0))]);

/**
 * Aspects from the points of one chart (`from`) to those of another (`to`), closest first. Both charts are compared in
 * the tropical zodiac.
 */
export function synastryAspects(first: AstroChart, second: AstroChart): readonly Aspect[] {
  const theirs = tropical(second);
  return byOrb(
    tropical(first).flatMap((one) => theirs.flatMap((other) => aspectBetween(one, other, SYNASTRY_ORB) ?? [])),
  );
}

/** The house of `host` that each body of `guest` falls into; empty when the houses of `host` are unknown. */
export function houseOverlay(guest: AstroChart, host: AstroChart): Readonly<Partial<Record<Body, number>>> {
  const { houses, ayanamsha } = host;
  if (!houses) return {};
  const bodies = tropical(guest).filter((position): position is readonly [Body, number] => isBody(position[0]));
  return Object.fromEntries(
    bodies.map(([body, longitude]) => [body, houseOf(around(longitude - (ayanamsha?.degrees ?? 0)), houses)]),
  );
}

const isBody = (point: string): point is Body => (BODIES as readonly string[]).includes(point);
