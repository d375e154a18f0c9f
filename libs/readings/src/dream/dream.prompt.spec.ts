import { describe, expect, it } from '@jest/globals';
import { ownParts, promptsOf } from '../testing/prompts-of.js';
import { dreamReading } from './dream.reading.js';

const linker = {
  named: () => undefined,
  link: (text: string) =>
    text.includes('뱀')
      ? [
          {
            id: 'dream:snake',
            titles: { ko: '뱀', en: 'Snake' },
            mention: '뱀',
            spans: [{ start: text.indexOf('뱀'), end: text.indexOf('뱀') + 1, name: '뱀' }],
          },
        ]
      : [],
};

describe('the prompts of a dream', () => {
  it.each(['ko', 'en'])('contain the symbols, the passages and the user’s words (%s)', (locale) => {
    const body = { dream: '뱀이 집에 들어왔어요.', emotions: ['두려움', '반가움'], context: ['이사'], locale };
    expect(ownParts(promptsOf(dreamReading, { ...body, persona: 'analyst' }, { linker }))).toMatchSnapshot();
  });
});
