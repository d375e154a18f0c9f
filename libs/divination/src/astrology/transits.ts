import { type Aspect, type Position, aspectBetween, byOrb } from './aspect.js';
import type { Body } from './body.js';
import { eclipticLongitude } from './ecliptic-longitude.js';

/** Aspects of these last weeks to years; those of faster bodies last hours. */
const SLOW: readonly Body[] = ['mars', 'jupiter', 'saturn', 'uranus', 'neptune', 'pluto'];

/** Narrower than in a birth chart: three degrees are some weeks of Jupiter or some days of Mars. */
const TRANSIT_ORB = 3;

/** Aspects of the slow planets at a moment (`from`) to the positions of a birth chart (`to`), closest first. */
export function transits(natal: readonly Position[], atMs: number): readonly Aspect[] {
  const now = SLOW.map((body): Position => [body, eclipticLongitude(body, atMs)]);
  return byOrb(now.flatMap((one) => natal.flatMap((other) => aspectBetween(one, other, TRANSIT_ORB) ?? [])));
}
