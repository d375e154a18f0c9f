import type { SceneLink, SceneNode } from './scene-graph.js';

export const WIDTH = 420;
export const HEIGHT = 330;

const STEPS = 240;
const MARGIN = 10;
const SPACE = 14;
const LINK_LENGTH = 105;
/** Space that the title below an idea takes. */
const IDEA_SPACE = 24;

/** Positions by node id. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** The crescent in the corner, which no node covers. */
const MOON_CENTER = [388, 38] as const;

interface Body {
  readonly id: string;
  readonly radius: number;
  x: number;
  y: number;
}

const MOON: Body = { id: '', radius: 22, x: MOON_CENTER[0], y: MOON_CENTER[1] };

/**
 * Places nodes so that they do not overlap and linked nodes are close. Deterministic: the same nodes get the same
 * places.
 */
export function arrange(nodes: readonly SceneNode[], links: readonly SceneLink[]): Places {
  const bodies = nodes.map(({ id, group, radius: drawn }, at): Body => {
    const radius = group === 'idea' ? drawn + IDEA_SPACE : drawn;
    // Start with a spiral from the centre, so that the first nodes are in the middle.
    const angle = at * 2.4;
    const distance = 70 * Math.sqrt(at);
    return { id, radius, x: WIDTH / 2 + distance * Math.cos(angle), y: HEIGHT / 2 + distance * 0.7 * Math.sin(angle) };
  });
  const byId = new Map(bodies.map((body) => [body.id, body]));
  for (let step = 0; step < STEPS; step++) {
    for (const { from, to } of links) pull(byId.get(from), byId.get(to));
    for (const [at, one] of bodies.entries()) for (const other of bodies.slice(at + 1)) pushApart(one, other);
    for (const body of bodies) keepInside(body);
  }
  return byId;
}

function pull(one: Body | undefined, other: Body | undefined): void {
  if (!one || !other) return;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy) || 1;
  const move = ((distance - LINK_LENGTH) / distance) * 0.02;
  one.x += dx * move;
  one.y += dy * move;
  other.x -= dx * move;
  other.y -= dy * move;
}

function pushApart(one: Body, other: Body): void {
  const wanted = one.radius + other.radius + SPACE;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy) || 1;
  if (distance >= wanted) return;
  const move = ((wanted - distance) / distance) * 0.5;
  one.x -= dx * move;
  one.y -= dy * move;
  other.x += dx * move;
  other.y += dy * move;
}

function keepInside(body: Body): void {
  const edge = body.radius + MARGIN;
  body.x = Math.max(edge, Math.min(WIDTH - edge, body.x));
  body.y = Math.max(edge, Math.min(HEIGHT - edge, body.y));
  pushApart(MOON, body);
  [MOON.x, MOON.y] = MOON_CENTER;
}
