import { foldSpelling } from './fold-spelling.js';
import { compoundParts, joinedTerm } from './korean-compounds.js';
import { koreanWordTerm } from './korean-word-term.js';
import { ambiguousNoun, oneSyllableNoun } from './one-syllable-noun.js';
import { stemEnglish } from './stem-english.js';

/** Part of the version stamp of every table. Change it whenever the analyzer gives other tokens for a text. */
export const ANALYZER_VERSION = 'bigram-word-snowball-7';

/** The 33 words Lucene's EnglishAnalyzer drops, so that lexical scores are comparable with a Lucene reference. */
const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by for if in into is it no not of on or such ' +
    'that the their then there these they this to was will with'
  ).split(' '),
);

// Word boundaries by Unicode UAX 29, as in Lucene: an apostrophe or a full stop between letters and a full stop or a
// comma between digits are part of the word.
const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’.](?=\p{L})[\p{L}\p{N}\p{M}_]+|[.,](?=\p{N})[\p{L}\p{N}\p{M}_]+)*/gu;
const IDEOGRAPHIC = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
// Letters beside syllables are separate words: 꿈ㅋㅋ, 슬퍼ㅠㅠ, and ㅡ or ㅣ typed as a dash or a bar.
const JAMO = /[\u3131-\u318E]/u;
const SYLLABLE = `(?!${JAMO.source})${IDEOGRAPHIC.source}`;
const RUNS = new RegExp(`(?:${SYLLABLE})+|${JAMO.source}+|(?:(?!${IDEOGRAPHIC.source})[^])+`, 'gu');
const POSSESSIVE = /['’]s$/u;
const EDGE_MARKS = /^[_'’.,]+|[_'’.,]+$/gu;

/**
 * The terms of a text in text order, with repetitions. Terms contain no whitespace.
 * - Latin words: lower case, stemmed, without stop words.
 * - Hangul, Han and kana: overlapping pairs of characters within a word.
 * - Hangul words also give the word without its endings (`=고양`) and the parts of a joined compound.
 * - One-syllable nouns: the noun only (`뱀이` gives `뱀`), so that `뱀을` also finds it.
 * - Numbers: unchanged.
 */
export function analyze(text: string): readonly string[] {
  const words = foldSpelling(text).match(WORD) ?? [];
  return words.flatMap((word, index) => {
    const joined = joinedTerm(word, words[index + 1] ?? '');
    const terms = (word.match(RUNS) ?? []).flatMap(termsOf);
    return joined === undefined ? terms : [...terms, joined];
  });
}

/** The value of a token column: the terms joined by spaces. */
export const tokenColumn = (text: string): string => analyze(text).join(' ');

function termsOf(run: string): readonly string[] {
  if (IDEOGRAPHIC.test(run)) return oneSyllable(run) ?? wordTerms(run);
  const word = run.replace(POSSESSIVE, '').replace(EDGE_MARKS, '');
  if (word === '' || ENGLISH_STOP_WORDS.has(word)) return [];
  return [stemEnglish(word)];
}

function oneSyllable(run: string): readonly string[] | undefined {
  const noun = oneSyllableNoun(run);
  return noun === undefined ? undefined : [noun];
}

function wordTerms(run: string): readonly string[] {
  const word = koreanWordTerm(run);
  const pairs = characterBigrams(run);
  const noun = ambiguousNoun(run);
  return word === undefined ? pairs : [...pairs, word, ...(noun ? [noun] : compoundParts(run))];
}

/** Overlapping pairs of characters: `구렁이` becomes `구렁 렁이`. A word of one character stays as it is. */
function characterBigrams(word: string): readonly string[] {
  const characters = Array.from(word);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
