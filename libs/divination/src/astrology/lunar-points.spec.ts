import { describe, expect, it } from '@jest/globals';
import { NodeEventKind, SearchMoonNode } from 'astronomy-engine';
import * as moonposition from 'astronomia/moonposition';
import { eclipticLongitude } from './ecliptic-longitude.js';
import { lunarPoints } from './lunar-points.js';
import { apart } from './zodiac.js';

const DEGREE = Math.PI / 180;
const julianDay = (atMs: number): number => atMs / 86_400_000 + 2_440_587.5;
const times = Array.from({ length: 200 }, (_, index) => Date.UTC(1900, 0, 1) + index * 368 * 86_400_000);

describe('the points of the Moon’s orbit', () => {
  it('agree with Meeus’ series for the mean node, nutation apart', () => {
    for (const atMs of times)
      expect(apart(lunarPoints(atMs).meanNode, moonposition.node(julianDay(atMs)) / DEGREE)).toBeLessThan(0.006);
  });

  it('agree with Meeus’ five periodic terms for the true node within a third of a degree', () => {
    for (const atMs of times)
      expect(apart(lunarPoints(atMs).trueNode, moonposition.trueNode(julianDay(atMs)) / DEGREE)).toBeLessThan(0.33);
  });

  it('have the Moon at the true node whenever it crosses the ecliptic', () => {
    for (const atMs of times.slice(0, 60)) {
      const crossing = SearchMoonNode(new Date(atMs));
      const node =
        lunarPoints(crossing.time.date.getTime()).trueNode + (crossing.kind === NodeEventKind.Ascending ? 0 : 180);
      expect(apart(eclipticLongitude('moon', crossing.time.date.getTime()), node)).toBeLessThan(0.01);
    }
  });

  it('have Lilith opposite the mean perigee, within the projection of the orbit', () => {
    for (const atMs of times)
      expect(apart(lunarPoints(atMs).lilith, moonposition.perigee(julianDay(atMs)) / DEGREE + 180)).toBeLessThan(0.13);
  });
});
