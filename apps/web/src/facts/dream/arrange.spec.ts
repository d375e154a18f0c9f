import { describe, expect, it } from '@jest/globals';
import { arrange } from './arrange.js';
import type { SceneNode } from './scene-graph.js';

const node = (id: string, radius: number, title = id): SceneNode => ({ id, title, group: 'symbol', radius });
const link = (from: string, to: string) => ({ from, to, weight: 0.5 });

const NODES = [
  node('뱀', 30),
  node('바다', 30),
  node('집', 30),
  node('쫓기는 꿈', 28),
  node('문', 30),
  node('두려움', 22),
  node('평온', 20),
  node('그림자', 8),
  node('물의 기운', 8),
];
const LINKS = [
  link('뱀', '두려움'),
  link('쫓기는 꿈', '두려움'),
  link('뱀', '그림자'),
  link('쫓기는 꿈', '그림자'),
  link('바다', '물의 기운'),
  link('평온', '물의 기운'),
];

describe('arrange', () => {
  const places = arrange(NODES, LINKS);
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };

  it('keeps discs apart', () => {
    for (const [index, one] of NODES.entries())
      for (const other of NODES.slice(index + 1)) {
        const [a, b] = [at(one.id), at(other.id)];
        const space = Math.hypot(a.x - b.x, a.y - b.y) - one.radius - other.radius;
        expect([one.id, other.id, space > 0]).toEqual([one.id, other.id, true]);
      }
  });

  it('draws no line behind the disc of another node', () => {
    for (const { from, to } of LINKS)
      for (const { id, radius } of NODES.filter((one) => one.id !== from && one.id !== to)) {
        const [a, b, c] = [at(from), at(to), at(id)];
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const share = Math.max(0, Math.min(1, ((c.x - a.x) * dx + (c.y - a.y) * dy) / (dx * dx + dy * dy)));
        const distance = Math.hypot(c.x - a.x - share * dx, c.y - a.y - share * dy);
        expect([from, to, id, distance > radius]).toEqual([from, to, id, true]);
      }
  });
});
