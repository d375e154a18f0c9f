import { type Aspect, type Position, aspectBetween, byOrb } from './aspect.js';
import type { Body } from './body.js';
import { eclipticLongitude } from './ecliptic-longitude.js';

/** Bodies whose aspects last long enough for a reading; those of the faster bodies are left out. */
const SLOW: readonly Body[] = ['mars', 'jupiter', 'saturn', 'uranus', 'neptune', 'pluto'];

/** Orb in degrees, narrower than in a birth chart: Jupiter moves three degrees in some weeks, Mars in some days. */
const TRANSIT_ORB = 3;

/** Aspects of the slow planets at a moment (`from`) to the positions of a birth chart (`to`), closest first. */
export function transits(natal: readonly Position[], atMs: number): readonly Aspect[] {
  const now = SLOW.map((body): Position => [body, eclipticLongitude(body, atMs)]);
  return byOrb(now.flatMap((one) => natal.flatMap((other) => aspectBetween(one, other, TRANSIT_ORB) ?? [])));
}
