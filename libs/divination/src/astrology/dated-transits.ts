import { ASPECTS, ASPECT_RULES, type AspectName, type Position } from './aspect.js';
import type { Body } from './body.js';
import type { ChartPoint } from './chart-point.js';
import { dailyMotion, eclipticLongitude } from './ecliptic-longitude.js';
import { around } from './zodiac.js';

/** An exact aspect of a transiting body to a point of a birth chart, with its moment. */
export interface DatedTransit {
  readonly atMs: number;
  readonly from: Body;
  readonly to: ChartPoint;
  readonly aspect: AspectName;
  readonly retrograde: boolean;
}

export interface Span {
  readonly fromMs: number;
  /** End of the span, exclusive. */
  readonly untilMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Maximum span in days; longer spans would take more than a second to compute. */
export const MAX_TRANSIT_DAYS = 400;
/**
 * Sampling interval: the Moon moves less than four degrees in six hours, the other bodies less than two and a half
 * degrees a day.
 */
const STEP_MS = (body: Body): number => (body === 'moon' ? DAY_MS / 4 : DAY_MS);
const EXACT_WITHIN_MS = 30_000;

/** Signed angular distance from a longitude to the target in degrees, −180 to 180. */
const distance = (longitude: number, target: number): number => around(target - longitude + 180) - 180;

/**
 * Longitudes at which a body makes each aspect to a point. Most aspects have two: a square is 90° before or 90° after
 * it.
 */
const targetsOf = (longitude: number): readonly (readonly [AspectName, number])[] =>
  ASPECTS.flatMap((aspect) => {
    const { angle } = ASPECT_RULES[aspect];
    const sides = angle === 0 || angle === 180 ? [angle] : [angle, -angle];
    return sides.map((side) => [aspect, around(longitude + side)] as const);
  });

/**
 * Every exact aspect within a span, in chronological order. When a body changes direction between two samples and
 * passes a point twice within one interval, both passages are missed; the body is then within a tenth of a degree of
 * the exact aspect.
 * @param natal tropical longitudes
 * @throws RangeError for a span longer than MAX_TRANSIT_DAYS
 */
export function transitsBetween(
  natal: readonly Position[],
  { fromMs, untilMs }: Span,
  bodies: readonly Body[],
): readonly DatedTransit[] {
  if (!(untilMs - fromMs <= MAX_TRANSIT_DAYS * DAY_MS)) throw new RangeError('the span is too long');
  const found = bodies.flatMap((body) => passagesOf(body, natal, { fromMs, untilMs }));
  return found.toSorted((one, other) => one.atMs - other.atMs);
}

function passagesOf(body: Body, natal: readonly Position[], { fromMs, untilMs }: Span): readonly DatedTransit[] {
  const steps = Math.max(1, Math.ceil((untilMs - fromMs) / STEP_MS(body)));
  const times = Array.from({ length: steps + 1 }, (_, step) => fromMs + ((untilMs - fromMs) * step) / steps);
  const longitudes = times.map((atMs) => eclipticLongitude(body, atMs));
  return natal.flatMap(([to, longitude]) =>
    targetsOf(longitude).flatMap(([aspect, target]) =>
      times.slice(1).flatMap((_, step) => {
        const [before, after] = [longitudes[step] ?? 0, longitudes[step + 1] ?? 0];
        if (!crosses(before, after, target)) return [];
        const atMs = momentOf(body, target, [times[step] ?? 0, times[step + 1] ?? 0]);
        return [{ atMs, from: body, to, aspect, retrograde: dailyMotion(body, atMs) < 0 }];
      }),
    ),
  );
}

function crosses(before: number, after: number, target: number): boolean {
  const [one, other] = [distance(before, target), distance(after, target)];
  return Math.abs(one - other) < 90 && one !== 0 && Math.sign(one) !== Math.sign(other);
}

/**
 * Finds the moment of exactness by bisection between two moments on either side of the target. In Unix milliseconds.
 */
function momentOf(body: Body, target: number, [fromMs, untilMs]: readonly [number, number]): number {
  let [low, high] = [fromMs, untilMs];
  const side = Math.sign(distance(eclipticLongitude(body, low), target));
  while (high - low > EXACT_WITHIN_MS) {
    const middle = (low + high) / 2;
    if (Math.sign(distance(eclipticLongitude(body, middle), target)) === side) low = middle;
    else high = middle;
  }
  return Math.round((low + high) / 2);
}
