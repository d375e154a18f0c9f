import { convertQwertyToHangul } from 'es-hangul';
import { hasHangul, hasLatin } from './letters.js';

/** Signs read as letters also at the edges of a word. */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};
const LEET_WORD = /[a-z013457@$!|]*[a-z](?:[a-z013457@$!|]*[a-z013457@$])?/g;
const LEET_SIGN = /[013457@$!|]/g;

/** A letter written three times or more: `dieeee`, `kiiilll`. */
const STRETCHED = /([a-z\uAC00-\uD7A3])\1{2,}/g;

/** English words of death within Korean sentences, in the form in which Korean verbs follow them. */
const ENGLISH_IN_KOREAN: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:kill myself|suicide|suicidal|kms|unalive|self ?kill|die)\b|\b(?:die|suicide|kms|unalive)(?=[\uAC00-\uD7A3])/g,
    '자살',
  ],
  [/\b(?:self ?harm|cutting)\b/g, '자해'],
  [/\bwanna\b|\bwant to\b/g, ' '],
];
/** Korean words of death within English sentences. */
const KOREAN_IN_ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/죽고\s?싶[\uAC00-\uD7A3]{0,3}/g, ' want to die '],
  [/자살[\uAC00-\uD7A3]{0,3}/g, ' suicide '],
  [/죽(?:다|을|기|는|어|음)[\uAC00-\uD7A3]{0,2}/g, ' die '],
  [/자해[\uAC00-\uD7A3]{0,3}/g, ' self harm '],
];

/** Spellings of `고 싶` that a hurried or playful writer uses. */
const WISH = /([가-힣])\s?(?:고|구|꼬)\s?(?:시퍼|시포|시프|시픔|싶퍼|싶푸|싶포|십(?=[어은다퍼음])|실(?=다))/g;
/** The same in dialects: 죽고 잡다, 죽고 자프다. */
const DIALECT_WISH = /고\s?(?:잡(?=[다아네고은])|자프|자파|자픈|자퍼)/g;
/** `죽`, misspelt before a wish. */
const MISSPELT_DEATH = /(?:쥭|듁|주꾸|주구|줃|쥬)(?=\s?(?:고|구|꼬)?\s?싶)/g;

/**
 * Other readings of a folded text: signs as letters, stretched letters, one language within the other, Korean typed on an
 * English keyboard. Only those that differ; linear.
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

/** Common misspellings in English statements; none of them is another word. */
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

/** Korean words of death as typed with the English layout: 죽, 자살, 자해, 뒤지. */
const TYPED_DEATH = /wnr|wktkf|wkgo|enlwl/;

/** Empty without such a word. The words around it are converted as far as they make syllables. */
const typedInKorean = (text: string): string =>
  TYPED_DEATH.test(text) ? text.split(' ').map(typedWord).join(' ') : '';

function typedWord(word: string): string {
  try {
    return convertQwertyToHangul(word);
  } catch {
    // The keys of an English word form no syllable.
    return word;
  }
}
