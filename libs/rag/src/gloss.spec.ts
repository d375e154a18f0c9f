import { describe, expect, it } from '@jest/globals';
import type { EntityLinker, LinkedEntity } from './entity-linker.js';
import { gloss } from './gloss.js';

const entity = (mention: string, en: string): LinkedEntity => ({ id: en, mention, titles: { ko: mention, en } });
const linker = (...entities: readonly LinkedEntity[]): EntityLinker => ({ link: () => entities });

describe('gloss', () => {
  it('joins the English names in the order of the text, each once', () => {
    const linked = linker(entity('뱀', 'Snake'), entity('구렁이', 'Snake'), entity('집', 'House'));
    expect(gloss('뱀이 구렁이와 집에', linked)?.text).toBe('Snake, House');
  });

  it('weighs by the share of words that are named', () => {
    const whole = gloss('뱀이 집에', linker(entity('뱀', 'Snake'), entity('집', 'House')));
    expect(whole?.confidence).toBeCloseTo(0.8);
    const half = gloss('뱀이 집에 들어오는 꿈', linker(entity('뱀', 'Snake'), entity('집', 'House')));
    expect(half?.confidence).toBeCloseTo(0.4);
  });

  it('takes the first of several things of one name, and counts its words once', () => {
    const linked = linker(entity('달', 'Moon'), entity('달', 'The Moon (card)'));
    expect(gloss('달이 떴다', linked)).toEqual({ text: 'Moon', confidence: 0.4 });
  });

  it('is undefined for a text that names nothing', () => {
    expect(gloss('무슨 뜻일까요', linker())).toBeUndefined();
  });
});
