import { describe, expect, it } from '@jest/globals';
import { ofKind } from './knowledge-pack.js';

const SIGNS = 'aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces'.split(' ');
const ELEMENTS = ['fire', 'earth', 'air', 'water'];
const SUIT_ELEMENTS: Readonly<Record<string, string>> = {
  wands: 'fire',
  cups: 'water',
  swords: 'air',
  pentacles: 'earth',
};

describe('the cards', () => {
  it('have 22 majors from 0 to 21 and four suits of 14 with the element of the suit', () => {
    const cards = ofKind('tarot_card');
    const majors = cards.filter(({ arcana }) => arcana === 'major');
    expect(majors.map(({ number }) => number).toSorted((a, b) => Number(a) - Number(b))).toEqual([
      ...Array.from({ length: 22 }).keys(),
    ]);
    for (const [suit, element] of Object.entries(SUIT_ELEMENTS)) {
      const run = cards.filter((card) => card['suit'] === suit);
      expect(new Set(run.map(({ number }) => number)).size).toBe(14);
      expect(new Set(run.map((card) => card['element']))).toEqual(new Set([element]));
    }
  });
});

describe('the sky', () => {
  it('has signs 30 degrees apart with cycling elements and modes', () => {
    for (const sign of ofKind('sign')) {
      const index = SIGNS.indexOf(sign.id.slice('astro:sign-'.length));
      expect(sign).toMatchObject({
        index,
        longitude: index * 30,
        element: ELEMENTS[index % 4],
        modality: ['cardinal', 'fixed', 'mutable'][index % 3],
      });
    }
  });

  it('has a record for every planet in every sign', () => {
    const placements = ofKind('planet_in_sign');
    expect(new Set(placements.map(({ body, sign }) => `${String(body)} ${String(sign)}`)).size).toBe(120);
    for (const { id, body, sign } of placements) expect(id).toBe(`astro:${String(body)}-in-${String(sign)}`);
  });

  it('has the natural signs of houses and the angles of aspects', () => {
    for (const { number, natural_sign } of ofKind('house')) expect(natural_sign).toBe(SIGNS[Number(number) - 1]);
    expect(
      ofKind('aspect')
        .map(({ angle }) => angle)
        .toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual([0, 60, 90, 120, 180]);
  });
});
