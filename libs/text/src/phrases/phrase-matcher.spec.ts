import { describe, expect, it } from '@jest/globals';
import { PhraseMatcher } from './phrase-matcher.js';
import { PhrasePatternError } from './phrase-pattern.js';
import { splitWords } from './split-words.js';

const CLASSES = { kin: ['mother', 'dad'] };
const found = (pattern: string, text: string) =>
  new PhraseMatcher([[pattern, true]], CLASSES)
    .match(splitWords(text))
    .map(({ words }) => words.map((word) => word.text).join(' '));

describe('PhraseMatcher', () => {
  it.each([
    ['miss|missed my|the train', 'i missed the train', ['missed the train']],
    ['my? late +<kin>', 'my late mother and late dad', ['my late', 'late', 'late']],
    ['눈에 밟*', '자꾸 눈에 밟혀요', ['눈에 밟혀요']],
    ['*기는 했*', '무섭기는 했어요', ['무섭기는 했어요']],
    ['*죽는줄*', '쪽팔려죽는줄알았다', ['쪽팔려죽는줄알았다']],
    ['thought ~2 was', 'i thought it really was', ['thought was']],
    ['thought ~2 was', 'i thought it really never was', []],
    ['no _ left', 'no bread left', ['no bread left']],
    ['cold feet', 'cold hands, cold', []],
  ])('finds “%s” in “%s”', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it.each(['a?', '~2', '<unknown> word', 'a*b', ''])('rejects the pattern “%s”', (pattern) => {
    expect(() => new PhraseMatcher([[pattern, true]], CLASSES)).toThrow(PhrasePatternError);
  });
});

describe('splitWords', () => {
  it('keeps apostrophes, drops punctuation and marks pauses', () => {
    const words = splitWords("no, it wasn't 뱀이");
    expect(words.map(({ text }) => text)).toEqual(['no', 'it', "wasn't", '뱀이']);
    expect(words.map(({ afterPause }) => afterPause)).toEqual([false, true, false, false]);
  });
});
