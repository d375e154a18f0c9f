import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage } from '../section-brief.js';
import { passageUnits, stretchOf, unitText, unitsWithin } from './passage-units.js';

const passage = (text: string, retriever = 'domain'): NumberedPassage => ({
  n: 1,
  id: 'x',
  retriever,
  title: 'X',
  text,
  tags: [],
  score: 1,
});
const texts = (units: ReturnType<typeof passageUnits>) => units.map(unitText);

describe('passageUnits', () => {
  it('keeps a sentence together with one that refers back to it', () => {
    const units = passageUnits(passage('A snake sheds its skin. It looks new. A house holds you.'));
    expect(texts(units)).toEqual(['A snake sheds its skin. It looks new.', 'A house holds you.']);
    expect(units.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('keeps a short persona rule whole and splits a long one', () => {
    expect(passageUnits(passage('One thing. Another thing. Third thing.', 'persona'))).toHaveLength(1);
    expect(passageUnits(passage('One thing. Two things. Three things. Four things.', 'persona'))).toHaveLength(4);
  });

  it('quotes sentences only, without markup, labels and citations', () => {
    const text = '# Heading\n\n**역방향:** 카드가 거꾸로 놓였습니다. [3]\n\n| a | b |\n\nNo end here';
    expect(texts(passageUnits(passage(text)))).toEqual(['카드가 거꾸로 놓였습니다.']);
  });

  it('is empty for an empty passage', () => {
    expect(passageUnits(passage(''))).toEqual([]);
    expect(stretchOf(passage('  '))).toEqual([]);
  });
});

describe('unitsWithin', () => {
  const card = passage('Picture one. Picture two. Picture three. It is reversed. Be careful.');

  it('takes part of a passage and joins nothing across its edge', () => {
    expect(texts(unitsWithin(card, { from: -2, min: 5 }))).toEqual(['It is reversed.', 'Be careful.']);
    expect(texts(unitsWithin(card, { from: 0, to: 2, min: 3 }))).toEqual(['Picture one.', 'Picture two.']);
  });

  it('is empty when the passage is too short to contain the part', () => {
    expect(unitsWithin(card, { from: -2, min: 6 })).toEqual([]);
  });
});

describe('stretchOf', () => {
  it('takes the first four sentences of a passage as one', () => {
    const text = 'Fear has no name. Naming makes it small. Write the name down. Then rest. Then sleep.';
    expect(texts(stretchOf(passage(text)))).toEqual([
      'Fear has no name. Naming makes it small. Write the name down. Then rest.',
    ]);
  });

  it('splits long documents into units', () => {
    const long = Array.from({ length: 9 }, (_, index) => `Sentence number ${index} stands here.`).join(' ');
    expect(stretchOf(passage(long))).toHaveLength(9);
  });
});
