import { describe, expect, it } from '@jest/globals';
import { ownParts, promptsOf } from '../testing/prompts-of.js';
import { tarotReading } from './tarot.reading.js';

describe('the prompts of a spread', () => {
  it.each(['ko', 'en'])('contain the cards with orientations, the passages and the question (%s)', (locale) => {
    const cards = [{ id: 'the-fool' }, { id: 'ace-of-wands', reversed: true }, { id: 'the-star' }];
    const prompts = promptsOf(tarotReading, { cards, question: 'Should I move?', locale, persona: 'coach' });
    expect(ownParts(prompts)).toMatchSnapshot();
  });
});
