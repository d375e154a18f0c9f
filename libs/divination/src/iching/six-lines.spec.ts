import { describe, expect, it } from '@jest/globals';
import { hanjaOf, parsePillar } from '../saju/pillar.js';
import { findHexagram } from './find-hexagram.js';
import { HEXAGRAMS } from './hexagram.js';
import { sixLines } from './six-lines.js';

const of = (name: string, day?: string) => {
  const hexagram = findHexagram(name);
  if (!hexagram) throw new Error(`no hexagram ${name}`);
  return sixLines(hexagram, day === undefined ? undefined : parsePillar(day));
};

describe('육효', () => {
  it('assigns every hexagram to one of eight palaces, eight to each, self and other three lines apart', () => {
    const found = HEXAGRAMS.map((hexagram) => sixLines(hexagram));
    const sizes = Object.values(Object.groupBy(found, ({ palace }) => palace)).map((members) => members?.length);
    expect(sizes).toEqual(Array.from({ length: 8 }, () => 8));
    for (const { self, other, lines } of found) {
      expect(Math.abs(self - other)).toBe(3);
      expect(lines).toHaveLength(6);
    }
  });

  // The members of the palace of heaven, as printed in manuals.
  it.each([
    ['乾', 6],
    ['姤', 1],
    ['遯', 2],
    ['否', 3],
    ['觀', 4],
    ['剝', 5],
    ['晉', 4],
    ['大有', 3],
  ])('puts %s into the palace of heaven with self %i', (name, self) => {
    expect(of(name)).toMatchObject({ palace: 'heaven', element: 'metal', self });
  });

  it('gives stems, branches and kin: 天地否', () => {
    expect(of('否').lines.map(({ pillar, kin }) => `${hanjaOf(pillar)} ${kin}`)).toEqual([
      '乙未 parent',
      '乙巳 officer',
      '乙卯 wealth',
      '壬午 officer',
      '壬申 sibling',
      '壬戌 parent',
    ]);
  });

  it('begins the six spirits by the day and marks void branches', () => {
    const { lines } = of('否', '戊子');
    expect(lines[0]?.spirit).toBe('hookSnake');
    expect(lines[5]?.spirit).toBe('redBird');
    // The void branches of the ten days from 甲申 are 午 and 未.
    expect(lines.map(({ isVoid }) => isVoid)).toEqual([true, false, false, true, false, false]);
  });
});
