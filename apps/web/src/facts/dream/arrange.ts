import type { SceneLink, SceneNode } from './scene-graph.js';

export const WIDTH = 420;
export const HEIGHT = 350;

const STEPS = 260;
const MARGIN = 8;
/** Space between nodes: more between few, so that they fill the picture. */
const spaceFor = (count: number): number => Math.max(10, 52 - count * 6);
/** Space between a node and a line that does not end at it. */
const LINE_SPACE = 7;
/** Maximum distance by which a line moves a node at a time. */
const MAX_STEP = 6;
const LINK_LENGTH = 110;
/** Height of the title below a node. */
const TITLE_HEIGHT = 22;

/** Positions by node id. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** A node with its title; `x` and `y` are the centre of the drawing above the title. */
interface Body {
  readonly halfWidth: number;
  readonly above: number;
  readonly below: number;
  readonly isFixed?: boolean;
  x: number;
  y: number;
}

/** The crescent in the corner, which no node covers. */
const MOON: Body = { x: 388, y: 38, halfWidth: 22, above: 22, below: 22, isFixed: true };

/**
 * Places nodes so that neither they nor their titles overlap and linked nodes are close. Deterministic: the same nodes
 * get the same places.
 */
export function arrange(nodes: readonly SceneNode[], links: readonly SceneLink[]): Places {
  const byId = new Map(
    nodes.map(({ id, title, radius }, at): readonly [string, Body] => {
      // Start with a spiral from the centre, so that the first nodes are in the middle.
      const angle = at * 2.4;
      const distance = 70 * Math.sqrt(at);
      return [
        id,
        {
          x: WIDTH / 2 + distance * Math.cos(angle),
          y: HEIGHT / 2 + distance * 0.7 * Math.sin(angle),
          halfWidth: Math.max(radius, halfWidthOf(title)),
          above: radius,
          below: radius + TITLE_HEIGHT,
        },
      ];
    }),
  );
  const bodies = [...byId.values(), MOON];
  const space = spaceFor(nodes.length);
  for (let step = 0; step < STEPS; step++) {
    for (const { from, to } of links) pull(byId.get(from), byId.get(to), 0.03 * (1 - step / STEPS));
    for (const { from, to } of links)
      for (const [id, body] of byId) if (id !== from && id !== to) pushOff(body, byId.get(from), byId.get(to));
    for (const [at, one] of bodies.entries()) for (const other of bodies.slice(at + 1)) pushApart(one, other, space);
    for (const body of bodies) keepInside(body);
  }
  return byId;
}

/** Half of a title's estimated width: Hangul letters are about as wide as high, other letters about half. */
const halfWidthOf = (title: string): number =>
  title.split('').reduce((sum, letter) => sum + (letter > '\u1100' ? 7 : 3.9), 0);

/** Moves linked bodies towards each other by a share of their distance; less and less, so that overlaps disappear. */
function pull(one: Body | undefined, other: Body | undefined, strength: number): void {
  if (!one || !other) return;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy) || 1;
  const share = ((distance - LINK_LENGTH) / distance) * strength;
  one.x += dx * share;
  one.y += dy * share;
  other.x -= dx * share;
  other.y -= dy * share;
}

/** Moves a body off a line between two others, and the line a little the other way. */
function pushOff(body: Body, one: Body | undefined, other: Body | undefined): void {
  if (!one || !other) return;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const length = Math.hypot(dx, dy) || 1;
  const [x, y] = [body.x - one.x, body.y + (body.below - body.above) / 2 - one.y];
  const along = (x * dx + y * dy) / length;
  if (along <= 0 || along >= length) return;
  // Distance of the body's middle from the line, positive on its left.
  const distance = (y * dx - x * dy) / length;
  const lack = (body.above + body.below) / 2 + LINE_SPACE - Math.abs(distance);
  if (lack <= 0) return;
  const step = (Math.sign(distance) || 1) * Math.min(lack, MAX_STEP) * 0.5;
  const [nx, ny] = [(-dy / length) * step, (dx / length) * step];
  body.x += nx;
  body.y += ny;
  for (const end of [one, other]) {
    end.x -= nx / 2;
    end.y -= ny / 2;
  }
}

/** Moves two overlapping bodies apart, in the direction in which they overlap less. */
function pushApart(one: Body, other: Body, space: number): void {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const overlapX = one.halfWidth + other.halfWidth + space - Math.abs(dx);
  const overlapY = (dy >= 0 ? one.below + other.above : one.above + other.below) + space - Math.abs(dy);
  if (overlapX <= 0 || overlapY <= 0) return;
  const share = other.isFixed ? 1 : 0.5;
  if (overlapX < overlapY) move(one, other, 'x', overlapX * share * (dx >= 0 ? 1 : -1));
  else move(one, other, 'y', overlapY * share * (dy >= 0 ? 1 : -1));
}

function move(one: Body, other: Body, axis: 'x' | 'y', by: number): void {
  one[axis] -= by;
  if (!other.isFixed) other[axis] += by;
}

function keepInside(body: Body): void {
  body.x = Math.max(body.halfWidth + MARGIN, Math.min(WIDTH - body.halfWidth - MARGIN, body.x));
  body.y = Math.max(body.above + MARGIN, Math.min(HEIGHT - body.below - MARGIN, body.y));
}
