import { composeText } from '../compose-text.js';
import { characterBigrams } from './character-bigrams.js';
import { ENGLISH_STOP_WORDS } from './english-stop-words.js';
import { oneSyllableNoun } from './one-syllable-noun.js';
import { stemEnglish } from './stem-english.js';

/** Part of every table's stamp: change it whenever the same text would give other tokens. */
export const ANALYZER_VERSION = 'bigram-snowball-2';

// Word boundaries as in Unicode's UAX 29, which Lucene follows: an apostrophe or a full stop between letters and a
// full stop or a comma between digits stay inside the word.
const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’.](?=\p{L})[\p{L}\p{N}\p{M}_]+|[.,](?=\p{N})[\p{L}\p{N}\p{M}_]+)*/gu;
const IDEOGRAPHIC = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const RUNS = new RegExp(`${IDEOGRAPHIC.source}+|(?:(?!${IDEOGRAPHIC.source})[^])+`, 'gu');
const POSSESSIVE = /['’]s$/u;
const EDGE_MARKS = /^[_'’.,]+|[_'’.,]+$/gu;

/**
 * The terms of a text, in its order and with repetitions: Latin words lower-cased, without stop words, stemmed; Hangul,
 * Han and kana as pairs of characters within a word, but a one-syllable noun without its particle (`뱀이` gives `뱀`,
 * or `뱀을` would not find it); numbers unchanged. Terms contain no whitespace.
 */
export function analyze(text: string): readonly string[] {
  const words = composeText(text).toLowerCase().match(WORD) ?? [];
  return words.flatMap((word) => word.match(RUNS) ?? []).flatMap(termsOf);
}

/** The value of a token column: the terms joined by spaces. */
export const tokenColumn = (text: string): string => analyze(text).join(' ');

function termsOf(run: string): readonly string[] {
  if (IDEOGRAPHIC.test(run)) return oneSyllable(run) ?? characterBigrams(run);
  const word = run.replace(POSSESSIVE, '').replace(EDGE_MARKS, '');
  if (word === '' || ENGLISH_STOP_WORDS.has(word)) return [];
  return [stemEnglish(word)];
}

function oneSyllable(run: string): readonly string[] | undefined {
  const noun = oneSyllableNoun(run);
  return noun === undefined ? undefined : [noun];
}
