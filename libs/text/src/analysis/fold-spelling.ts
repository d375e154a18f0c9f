import { composeText } from '../compose-text.js';
import { LOANWORD_SPELLINGS } from './loanword-spellings.js';

/** Invisible characters inside words: joiners, soft hyphens, variation selectors, directional marks, Hangul fillers. */
const INVISIBLE = /[\p{Cf}\p{DI}]/gu;
/** The archaic vowel ㆍ is typed as a middle dot (도로ㆍ지반ㆍ수자원), except as part of an archaic syllable. */
const LETTER_AS_DOT = /\u318D|(?<![\u1100-\u115F])\u119E/gu;
/** Full-width and half-width forms, ligatures, enclosed letters, Roman numerals, and radicals that PDF files contain. */
const COMPATIBILITY =
  /[\u00AA\u00B2-\u00BA\u2070-\u209F\u2100-\u218F\u2460-\u24FF\u2E80-\u2FDF\u3200-\u33FF\uFB00-\uFB06\uFE30-\uFE6F\uFF01-\uFF9F\uFFE0-\uFFE6]+/gu;

/** Latin letters with accents, which queries leave out. */
const ACCENTED = /[\u00E0-\u024F\u1E00-\u1EFF]/gu;
/** Commas between groups of three digits: `1,000`. */
const DIGIT_GROUPS = /(?<=\d),(?=\d{3}(?!\d))/gu;

const FIRST_SYLLABLE = 0xac00;
const PER_INITIAL = 588;
const PER_VOWEL = 28;
/** ㅈ, ㅉ, ㅊ. */
const INITIALS = [12, 13, 14];
/** ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ with ㅏ ㅐ ㅓ ㅔ ㅗ ㅜ, which sound the same after these initials (표준 발음법 제5항). */
const VOWELS: ReadonlyArray<readonly [from: number, to: number]> = [
  [2, 0],
  [3, 1],
  [6, 4],
  [7, 5],
  [12, 8],
  [17, 13],
];

const syllable = (initial: number, vowel: number, final = 0): string =>
  String.fromCharCode(FIRST_SYLLABLE + initial * PER_INITIAL + vowel * PER_VOWEL + final);

const PLAIN_VOWELS: ReadonlyMap<string, string> = new Map(
  INITIALS.flatMap((initial) =>
    VOWELS.flatMap(([from, to]) =>
      Array.from({ length: PER_VOWEL }, (_, final): [string, string] => [
        syllable(initial, from, final),
        syllable(initial, to, final),
      ]),
    ),
  ),
);
const LAST_FINAL = PER_VOWEL - 1;
const PALATAL = new RegExp(
  `[${INITIALS.flatMap((initial) => VOWELS.map(([from]) => `${syllable(initial, from)}-${syllable(initial, from, LAST_FINAL)}`)).join('')}]`,
  'gu',
);

/** 쥬스, 쵸콜릿 and 스케쥴 are spelled 주스, 초콜릿 and 스케줄; the verbs 가져 and 쳐 lose nothing by the same rule. */
const withPlainVowels = (text: string): string =>
  text.replaceAll(PALATAL, (character) => PLAIN_VOWELS.get(character) ?? character);

const STANDARD: ReadonlyMap<string, string> = new Map(
  LOANWORD_SPELLINGS.flatMap(([standard, others]) =>
    others.split(' ').map((other) => [withPlainVowels(other), withPlainVowels(standard)] as const),
  ),
);
const OTHER_SPELLING = new RegExp([...STANDARD.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu');

/**
 * Gives one spelling to texts that readers take for the same: composed, in lower case, without invisible characters,
 * width variants, accents and commas within numbers, and with loanwords in their standard spelling.
 */
export function foldSpelling(text: string): string {
  const visible = text
    .replaceAll(INVISIBLE, '')
    .replaceAll(LETTER_AS_DOT, ' ')
    .replaceAll(COMPATIBILITY, (characters) => characters.normalize('NFKC'));
  const plain = composeText(visible)
    .toLowerCase()
    .replaceAll(ACCENTED, (letter) => letter.normalize('NFD').charAt(0))
    .replaceAll(DIGIT_GROUPS, '');
  return withPlainVowels(plain).replaceAll(OTHER_SPELLING, (word) => STANDARD.get(word) ?? word);
}
