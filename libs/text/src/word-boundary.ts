import { isHangul } from './hangul.js';

const LATIN = /[a-z0-9\u00c0-\u024f]/;
const HAN = /\p{Script=Han}/u;

// What stands before a noun as one word with it: 큰뱀, 우리집. Other compounds (물집, 산소) are things of their own.
const DESCRIPTIONS = new Set(
  '큰 작은 흰 하얀 검은 까만 빨간 붉은 파란 푸른 노란 새하얀 새까만 커다란 거대한 예쁜 죽은 우리 내 옛 낯선 어린 아기 새끼 엄마 아빠'.split(
    ' ',
  ),
);
/** From this length on a name is recognised behind any other noun: 바다거북이, 얼룩고양이. */
const LONG_NAME = 3;

/** Whether a word, or a part of a compound that may stand for itself, begins at `start`. */
export function startsWord(text: string, start: number, end: number): boolean {
  const [before, first] = [text.charAt(start - 1), text.charAt(start)];
  if (start === 0) return true;
  if (isHangul(first)) return !isHangul(before) || endsCompound(text, start, end);
  if (LATIN.test(first)) return !LATIN.test(before) && !(before === "'" && LATIN.test(text.charAt(start - 2)));
  return !HAN.test(first) || !HAN.test(before);
}

function endsCompound(text: string, start: number, end: number): boolean {
  if (end - start >= LONG_NAME && !text.slice(start, end).includes(' ')) return true;
  let from = start;
  while (from > 0 && isHangul(text.charAt(from - 1))) from--;
  return DESCRIPTIONS.has(text.slice(from, start));
}

/** What follows a name inside its Korean word; empty where the word ends; undefined where the name is only the
 *  beginning of a Latin or Chinese word. */
export function wordRest(text: string, end: number): string | undefined {
  const last = text.charAt(end - 1);
  const next = text.charAt(end);
  if (LATIN.test(last)) return LATIN.test(next) ? undefined : '';
  if (HAN.test(last)) return HAN.test(next) ? undefined : '';
  let to = end;
  while (isHangul(text.charAt(to))) to++;
  return isHangul(last) ? text.slice(end, to) : '';
}
