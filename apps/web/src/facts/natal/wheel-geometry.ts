/** Radii in units of the drawing, from the outside in. */
export const RIM = 196;
export const ZODIAC = 167;
export const BODY_RING = 146;
export const DEGREE_RING = 123;
export const ASPECT_RING = 86;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Position of a longitude on the wheel: longitudes increase counter-clockwise, and the ascendant is on the left. */
export function pointAt(longitude: number, radius: number, ascendant: number): Point {
  const angle = ((180 + longitude - ascendant) * Math.PI) / 180;
  return { x: round(radius * Math.cos(angle)), y: round(-radius * Math.sin(angle)) };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path of a ring sector between two longitudes. */
export function sector(from: number, to: number, outer: number, inner: number, ascendant: number): string {
  const [a, b] = [pointAt(from, outer, ascendant), pointAt(to, outer, ascendant)];
  const [c, d] = [pointAt(to, inner, ascendant), pointAt(from, inner, ascendant)];
  return `M${a.x} ${a.y}A${outer} ${outer} 0 0 0 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 0 1 ${d.x} ${d.y}Z`;
}

const ROUNDS = 60;

/** Minimum distance of a glyph from an axis, in degrees. */
const AXIS_GAP = 6;

/** Angle from one longitude to another, from -180 to 180 degrees. */
const turn = (from: number, to: number): number => ((((to - from) % 360) + 540) % 360) - 180;

/**
 * Moves longitudes apart until neighbours are `gap` degrees from each other, and away from the axes; preserves their
 * order around the circle and the side of an axis on which they stand.
 */
export function spreadApart(
  longitudes: readonly number[],
  gap: number,
  axes: readonly number[] = [],
): readonly number[] {
  const order = longitudes.map((_, index) => index).sort((a, b) => (longitudes[a] ?? 0) - (longitudes[b] ?? 0));
  const shown = [...longitudes];
  for (let pass = 0; pass < ROUNDS; pass++) {
    for (const [at, index] of order.length > 1 ? order.entries() : []) {
      const next = order[(at + 1) % order.length] ?? 0;
      const wraps = at === order.length - 1 ? 360 : 0;
      const lack = gap - ((shown[next] ?? 0) + wraps - (shown[index] ?? 0));
      if (lack <= 0) continue;
      shown[index] = (shown[index] ?? 0) - lack / 2;
      shown[next] = (shown[next] ?? 0) + lack / 2;
    }
    for (const [index, longitude] of longitudes.entries())
      for (const axis of axes) {
        const side = turn(axis, longitude) < 0 ? -1 : 1;
        const lack = AXIS_GAP - side * turn(axis, shown[index] ?? 0);
        if (lack > 0 && lack < AXIS_GAP * 2) shown[index] = (shown[index] ?? 0) + side * lack;
      }
  }
  return shown;
}

/** Midpoint between two longitudes, counter-clockwise from the first. */
export const middle = (from: number, to: number): number => from + ((((to - from) % 360) + 360) % 360) / 2;
