import { describe, expect, it } from '@jest/globals';
import type { EntityLinker } from './entity-linker.js';
import { gloss } from './gloss.js';

/** Links every occurrence of these words to the given English names. */
const linker = (names: Readonly<Record<string, readonly string[]>>): EntityLinker => ({
  named: () => undefined,
  link: (text) =>
    Object.entries(names)
      .filter(([mention]) => text.includes(mention))
      .flatMap(([mention, titles]) =>
        titles.map((en) => {
          const spans = [...text.matchAll(new RegExp(mention, 'gu'))].map(({ index }) => ({
            start: index,
            end: index + mention.length,
            name: mention,
          }));
          return { id: en, mention, titles: { ko: mention, en }, spans };
        }),
      ),
});

describe('gloss', () => {
  it('joins the English names, each once', () => {
    const linked = linker({ 뱀: ['Snake'], 구렁이: ['Snake'], 집: ['House'] });
    expect(gloss('뱀이 구렁이와 집에', linked)?.text).toBe('Snake, House');
  });

  it('weighs by the share of linked words, also when one is linked twice', () => {
    const linked = linker({ 뱀: ['Snake'], 집: ['House'] });
    expect(gloss('뱀이 집에', linked)?.confidence).toBeCloseTo(0.8);
    expect(gloss('뱀이 집에 들어오는 꿈', linked)?.confidence).toBeCloseTo(0.4);
    expect(gloss('뱀이 다른 뱀을 물었다', linked)?.confidence).toBeCloseTo(0.4);
  });

  it('uses the first of several nodes with the same name', () => {
    expect(gloss('달이 떴다', linker({ 달: ['Moon', 'The Moon (card)'] }))).toEqual({ text: 'Moon', confidence: 0.4 });
  });

  it('is undefined for a text without links', () => {
    expect(gloss('무슨 뜻일까요', linker({ 뱀: ['Snake'] }))).toBeUndefined();
  });
});
