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

/** Nonstandard spellings of `고 싶` (to want to). */
const WISH = /([가-힣])\s?(?:고|구|꼬)\s?(?:시퍼|시포|시프|시픔|싶퍼|싶푸|싶포|십(?=[어은다퍼음])|실(?=다))/g;
/** Dialect forms of `고 싶`: 죽고 잡다, 죽고 자프다. */
const DIALECT_WISH = /고\s?(?:잡(?=[다아네고은])|자프|자파|자픈|자퍼)/g;
/** Misspellings of `죽` (to die) before `고 싶`. */
const MISSPELT_DEATH = /(?:쥭|듁|주꾸|주구|줃|쥬)(?=\s?(?:고|구|꼬)?\s?싶)/g;

/**
 * Alternative forms of a folded text: signs replaced by letters, stretched letters shortened, misspellings corrected,
 * words of the other language translated, and Korean typed with the English keyboard layout converted. Returns only
 * forms that differ from the text. Linear.
 */
export function disguisesOf(folded: string): readonly string[] {
  const readings = [
    withLetters(folded),
    folded.replace(STRETCHED, '$1'),
    folded.replace(STRETCHED, '$1$1'),
    spelt(folded),
  ];
  if (hasHangul(folded) && hasLatin(folded))
    readings.push(replaced(folded, ENGLISH_IN_KOREAN), replaced(folded, KOREAN_IN_ENGLISH));
  else if (hasLatin(folded)) readings.push(typedInKorean(folded));
  return [...new Set(readings)].filter((reading) => reading !== folded && reading !== '');
}

const withLetters = (text: string): string =>
  text.replace(LEET_WORD, (word) => word.replace(LEET_SIGN, (sign) => LEET[sign] ?? sign));

/** Common misspellings in English statements, with corrections; none of them is a different word in its context. */
const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:su[ic]{1,3}d[ie]{1,2}d?e?|suicde|sucide|sucicide|suiside|suacide|suecide|suicid|suicied)\b/g, 'suicide'],
  [/\b(?:su[ic]{1,3}d[ai]l|sucidal|suisidal)\b/g, 'suicidal'],
  [/\b(?:mys[el]{1,3}f|mysef|myslf|mysekf|meself|mysellf|myselg|myelf)\b/g, 'myself'],
  [/\b(?:kil|kll|klil|kiil|killl|kik)(?= (?:my|me))/g, 'kill'],
  [/\b(?:kiling|killin|kililng|kiiling)\b/g, 'killing'],
  [/\b(?:wnat|wnt|wabt|watn|wamt|wan)(?= (?:to|2))/g, 'want'],
  [/\b(?:wana|wanan|wnna|wonna|wannna)\b/g, 'wanna'],
  [/\b(?:dei|diee|dir|doe)(?= (?:so|tonight|now|anymore|already)|\s*$)(?<=(?:to|wanna) \w+)/g, 'die'],
  [/\b(?:anymroe|anymor|anynore|anymre)\b/g, 'anymore'],
  [/\b(?:overdoes|ovrdose|overdse)\b/g, 'overdose'],
];

const spelt = (text: string): string => replaced(replaced(text, MISSPELT), KOREAN_SPELLINGS);
const KOREAN_SPELLINGS: typeof MISSPELT = [
  [WISH, '$1고싶'],
  [DIALECT_WISH, '고싶'],
  [MISSPELT_DEATH, '죽'],
];

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
