import { describe, expect, it } from '@jest/globals';
import { cardPicture } from './card-pictures.js';
import { DECK, cardOf } from './deck.js';
import { MOTIFS } from './motifs.js';

type Point = readonly [x: number, y: number];

/** Between the numeral and the strip with the name, at least 3 units inside the frame. */
const SAFE = { left: 8, right: 92, top: 28, bottom: 144 };
/** Half the width of a line, in units of the card. */
const HALF_STROKE = 0.75;
const STEPS = 12;
const NUMBERS_OF: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, T: 2, A: 7, Z: 1 };

const times = Array.from({ length: STEPS + 1 }, (_, at) => at / STEPS);
const between = (from: Point, to: Point, at: number): Point => [
  from[0] + (to[0] - from[0]) * at,
  from[1] + (to[1] - from[1]) * at,
];

/** Points of a Bézier curve (de Casteljau). */
const curve = (controls: readonly Point[]): readonly Point[] =>
  times.map((at) => {
    let points = controls;
    while (points.length > 1) points = points.slice(1).map((point, i) => between(points[i] ?? point, point, at));
    return points[0] ?? [0, 0];
  });

/** Points of a circular arc. */
function arc([x, y]: Point, radius: number, isLarge: boolean, isClockwise: boolean, [toX, toY]: Point): Point[] {
  const half = Math.hypot(toX - x, toY - y) / 2;
  const offset = (Math.sqrt(Math.max(0, radius ** 2 - half ** 2)) / (2 * half)) * (isLarge === isClockwise ? -1 : 1);
  const centre: Point = [(x + toX) / 2 - offset * (toY - y), (y + toY) / 2 + offset * (toX - x)];
  const from = Math.atan2(y - centre[1], x - centre[0]);
  const to = Math.atan2(toY - centre[1], toX - centre[0]);
  const full = 2 * Math.PI;
  const sweep = isClockwise ? (to - from + full) % full : -((from - to + full) % full);
  return times.map((at) => [
    centre[0] + radius * Math.cos(from + sweep * at),
    centre[1] + radius * Math.sin(from + sweep * at),
  ]);
}

/** Points on a path of absolute commands. */
function pointsOf(path: string): readonly Point[] {
  const points: Point[] = [];
  let control: Point = [0, 0];
  for (const [, command = '', given = ''] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = (given.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const count = NUMBERS_OF[command] ?? 0;
    for (let at = 0; at < numbers.length; at += count) {
      const values = numbers.slice(at, at + count);
      const pairs = Array.from({ length: count >> 1 }, (_, i): Point => [values[i * 2] ?? 0, values[i * 2 + 1] ?? 0]);
      const here: Point = points.at(-1) ?? [0, 0];
      const end: Point = [values.at(-2) ?? 0, values.at(-1) ?? 0];
      if (command === 'H') points.push([end[1], here[1]]);
      else if (command === 'V') points.push([here[0], end[1]]);
      else if (command === 'A') points.push(...arc(here, values[0] ?? 0, values[3] === 1, values[4] === 1, end));
      else if (command === 'T') {
        control = [2 * here[0] - control[0], 2 * here[1] - control[1]];
        points.push(...curve([here, control, end]));
      } else {
        if (command === 'Q') control = pairs[0] ?? control;
        points.push(...(command === 'C' || command === 'Q' ? curve([here, ...pairs]) : pairs));
      }
    }
  }
  return points;
}

describe('cardPicture', () => {
  it.each(DECK)('keeps the drawing of %s within the frame', (id) => {
    const card = cardOf(id);
    const parts = card ? cardPicture(card) : [];
    expect(parts.length).toBeGreaterThan(0);
    const outside = parts.filter(([motif, x, y, scale = 1, turn = 0]) => {
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180) * scale, Math.sin((turn * Math.PI) / 180) * scale];
      return pointsOf(MOTIFS[motif]).some(([left, top]) => {
        const [fromX, fromY] = [left - 20, top - 20];
        const [atX, atY] = [x + fromX * cos - fromY * sin, y + fromX * sin + fromY * cos];
        return (
          atX - HALF_STROKE < SAFE.left ||
          atX + HALF_STROKE > SAFE.right ||
          atY - HALF_STROKE < SAFE.top ||
          atY + HALF_STROKE > SAFE.bottom
        );
      });
    });
    expect(outside).toEqual([]);
  });

  it('distinguishes the four court cards of a suit', () => {
    const courts = DECK.slice(-4).map((id) => JSON.stringify(cardPicture(cardOf(id) ?? { type: 'major', number: 0 })));
    expect(new Set(courts).size).toBe(4);
  });
});
