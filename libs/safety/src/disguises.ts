import { convertQwertyToHangul } from 'es-hangul';
import { LEET } from './leet.js';
import { hasHangul, hasLatin } from './letters.js';

/** In contrast to `foldText`, signs count also at the edges of a word. */
const LEET_WORD = /[a-z013457@$!|]*[a-z](?:[a-z013457@$!|]*[a-z013457@$])?/g;
const LEET_SIGN = /[013457@$!|]/g;

/** A letter written three times or more: `dieeee`, `kiiilll`. */
const STRETCHED = /([a-z\uAC00-\uD7A3])\1{2,}/g;

/** English words for death and self-harm in Korean sentences, with Korean nouns that fit before Korean verb endings. */
const ENGLISH_IN_KOREAN: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:kill myself|suicide|suicidal|kms|unalive|self ?kill|die)\b|\b(?:die|suicide|kms|unalive)(?=[\uAC00-\uD7A3])/g,
    '자살',
  ],
  [/\b(?:self ?harm|cutting)\b/g, '자해'],
  [/\bwanna\b|\bwant to\b/g, ' '],
];
/** Korean words for death and self-harm in English sentences, with their English translations. */
const KOREAN_IN_ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/죽고\s?싶[\uAC00-\uD7A3]{0,3}/g, ' want to die '],
  [/자살[\uAC00-\uD7A3]{0,3}/g, ' suicide '],
  [/죽(?:다|을|기|는|어|음)[\uAC00-\uD7A3]{0,2}/g, ' die '],
  [/자해[\uAC00-\uD7A3]{0,3}/g, ' self harm '],
];

/**
 * Alternative forms of a folded text: signs replaced by letters, stretched letters shortened, words
 * spelled out, words of the other language translated, and Korean typed with the English keyboard layout converted. Returns only
 * forms that differ from the text and from its corrected form. Linear.
 */
export function disguisesOf(folded: string, corrected: string, correct: (text: string) => string): readonly string[] {
  const readings = [withLetters(folded), folded.replace(STRETCHED, '$1'), folded.replace(STRETCHED, '$1$1')];
  const joined = joinSpelledOut(folded);
  if (joined !== folded) readings.push(correct(joined));
  if (hasHangul(folded) && hasLatin(folded))
    readings.push(replaced(folded, ENGLISH_IN_KOREAN), replaced(folded, KOREAN_IN_ENGLISH));
  else if (hasLatin(folded)) readings.push(typedInKorean(folded));
  const known = new Set([folded, corrected, '']);
  return [...new Set(readings)].filter((reading) => !known.has(reading));
}

/** Words spelled out with spaces between single letters: `d i e`. A first `i` is the pronoun. */
const SPELLED_OUT = /(?<![a-z])((?:[a-z] ){2,12}[a-z])(?![a-z])/g;

const joinSpelledOut = (text: string): string =>
  text.replace(SPELLED_OUT, (letters) => letters.replace(/^i /, 'i\u0000').replaceAll(' ', '').replace('\u0000', ' '));

const withLetters = (text: string): string =>
  text.search(LEET_SIGN) < 0
    ? text
    : text.replace(LEET_WORD, (word) => word.replace(LEET_SIGN, (sign) => LEET[sign] ?? sign));

const replaced = (text: string, pairs: typeof ENGLISH_IN_KOREAN): string =>
  pairs.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);

/** Korean words for death and self-harm typed with the English keyboard layout: 죽, 자살, 자해, 뒤지. */
const TYPED_DEATH = /wnr|wktkf|wkgo|enlwl/;

/**
 * Converts English key sequences to Hangul, word by word, where they form syllables. Empty when the text has no match
 * of TYPED_DEATH.
 */
const typedInKorean = (text: string): string =>
  TYPED_DEATH.test(text) ? text.split(' ').map(typedWord).join(' ') : '';

function typedWord(word: string): string {
  try {
    return convertQwertyToHangul(word);
  } catch {
    // `convertQwertyToHangul` throws when the keys form no syllable, as in most English words.
    return word;
  }
}
