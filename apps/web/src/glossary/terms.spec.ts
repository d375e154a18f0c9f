import { describe, expect, it } from '@jest/globals';
import { splitAtTerms } from './terms.js';

const found = (text: string, locale: 'ko' | 'en') =>
  splitAtTerms(text, locale).flatMap((part) => (part.term ? [`${part.text}=${part.term.id}`] : []));

describe('splitAtTerms', () => {
  it.each([
    ['ko', '지금 지나는 대운은 일간에게는 정관(正官)의 시기입니다.', ['대운=luck', '일간=day-master', '정관=officer']],
    ['ko', '진(辰)과 술(戌)의 충(沖), 그리고 원진(怨嗔)', ['충(沖)=clash', '원진=resentment']],
    [
      'en',
      'In six combination the Day Master meets a void branch.',
      ['six combination=combination', 'Day Master=day-master', 'void=void'],
    ],
    ['en', 'The Moon makes a trine to your Mercury.', ['trine=aspect']],
  ] as const)('finds technical terms (%s: %s)', (locale, text, terms) => {
    expect(found(text, locale)).toEqual(terms);
    expect(
      splitAtTerms(text, locale)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it.each([
    ['ko', '일주일 동안, 지난 3일간, 상관없이, 삼각형, 충분히'],
    ['en', 'I avoid organs; strength; transitive'],
  ] as const)('leaves other words that contain a term (%s)', (locale, text) => {
    expect(found(text, locale)).toEqual([]);
  });
});
