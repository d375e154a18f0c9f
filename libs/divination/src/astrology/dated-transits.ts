import { ASPECTS, ASPECT_RULES, type AspectName, type Position } from './aspect.js';
import type { Body } from './body.js';
import type { ChartPoint } from './chart-point.js';
import { dailyMotion, eclipticLongitude } from './ecliptic-longitude.js';
import { around } from './zodiac.js';

/** The moment at which a body in the sky makes an aspect to a point of a birth chart exactly. */
export interface DatedTransit {
  readonly atMs: number;
  readonly from: Body;
  readonly to: ChartPoint;
  readonly aspect: AspectName;
  readonly retrograde: boolean;
}

export interface Span {
  readonly fromMs: number;
  /** Exclusive. */
  readonly untilMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer spans are refused: they take more than a second. */
export const MAX_TRANSIT_DAYS = 400;
/** In six hours the Moon moves less than four degrees, in a day the others less than two and a half. */
const STEP_MS = (body: Body): number => (body === 'moon' ? DAY_MS / 4 : DAY_MS);
const EXACT_WITHIN_MS = 30_000;

/** Angular distance still to go, −180 to 180. */
const distance = (longitude: number, target: number): number => around(target - longitude + 180) - 180;

/** Both sides of an aspect: a square may be made 90° before or after the point. */
const targetsOf = (longitude: number): readonly (readonly [AspectName, number])[] =>
  ASPECTS.flatMap((aspect) => {
    const { angle } = ASPECT_RULES[aspect];
    const sides = angle === 0 || angle === 180 ? [angle] : [angle, -angle];
    return sides.map((side) => [aspect, around(longitude + side)] as const);
  });

/**
 * Every exact aspect within a span, in the order of time. Where a body turns between two samples and passes a point
 * twice within a step, both passages are missed: they are less than a tenth of a degree from exact.
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

/** Bisection between two moments on either side of the target. */
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
