import { type Aspect, type Position, aspectBetween, byOrb } from './aspect.js';
import type { Body } from './body.js';
import { eclipticLongitude } from './ecliptic-longitude.js';

/** Slow enough for their aspects to last weeks to years: faster bodies change within hours. */
const SLOW: readonly Body[] = ['mars', 'jupiter', 'saturn', 'uranus', 'neptune', 'pluto'];

/** Closer than a birth chart’s aspects: three degrees are some weeks of Jupiter, some days of Mars. */
const TRANSIT_ORB = 3;

/** What the slow planets of a moment (`from`) do to the places of a birth chart (`to`), the closest first. */
export function transits(natal: readonly Position[], atMs: number): readonly Aspect[] {
  const now = SLOW.map((body): Position => [body, eclipticLongitude(body, atMs)]);
  return byOrb(now.flatMap((one) => natal.flatMap((other) => aspectBetween(one, other, TRANSIT_ORB) ?? [])));
}
