import { isHangul } from './hangul.js';

const LATIN = /[a-z0-9\u00c0-\u024f]/;
const HAN = /\p{Script=Han}/u;
/** The end of a contraction, such as won't, which is not a form of the word before the apostrophe. */
const CONTRACTED_NOT = /^'t(?![a-z])/;

// Modifiers that are written together with the noun they describe: 큰뱀, 우리집. In other compounds (물집, 산소) the syllable of
// the noun is part of another word.
const MODIFIERS = new Set(
  '큰 작은 흰 하얀 검은 까만 빨간 붉은 파란 푸른 노란 새하얀 새까만 커다란 거대한 예쁜 죽은 우리 내 옛 낯선 어린 아기 새끼 엄마 아빠'.split(
    ' ',
  ),
);
const MAX_MODIFIER_LENGTH = Math.max(...[...MODIFIERS].map((modifier) => modifier.length));
/** Minimum length of a name that is recognized after any other noun: 바다거북이, 얼룩고양이. */
const MIN_HEAD_LENGTH = 3;
/** Maximum length of particles and endings. The limit keeps the search linear in words of thousands of syllables. */
const MAX_REST_LENGTH = 24;

/** Whether a word, or the head of a compound, begins at `start`. Takes constant time. */
export function startsWord(text: string, start: number, end: number): boolean {
  const [before, first] = [text.charAt(start - 1), text.charAt(start)];
  if (start === 0) return true;
  if (isHangul(first)) return !isHangul(before) || isCompoundHead(text, start, end);
  if (LATIN.test(first)) return !LATIN.test(before) && !(before === "'" && LATIN.test(text.charAt(start - 2)));
  return !HAN.test(first) || !HAN.test(before);
}

function isCompoundHead(text: string, start: number, end: number): boolean {
  if (end - start >= MIN_HEAD_LENGTH && !text.slice(start, end).includes(' ')) return true;
  let from = start;
  while (from > 0 && start - from <= MAX_MODIFIER_LENGTH && isHangul(text.charAt(from - 1))) from--;
  return MODIFIERS.has(text.slice(from, start));
}

/**
 * The rest of a Korean word after a name, at most `MAX_REST_LENGTH` characters; empty where the word ends; undefined
 * where the name is only the beginning of a Latin or Chinese word. Takes constant time.
 */
export function wordRest(text: string, end: number): string | undefined {
  const last = text.charAt(end - 1);
  const next = text.charAt(end);
  if (LATIN.test(last)) return LATIN.test(next) || CONTRACTED_NOT.test(text.slice(end, end + 3)) ? undefined : '';
  if (HAN.test(last)) return HAN.test(next) ? undefined : '';
  if (!isHangul(last)) return '';
  let to = end;
  while (to - end < MAX_REST_LENGTH && isHangul(text.charAt(to))) to++;
  return text.slice(end, to);
}
