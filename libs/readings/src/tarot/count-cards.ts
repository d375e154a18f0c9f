import type { Locale } from '@app/text';

const KOREAN = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열', '열한', '열두', '열세'];
const ENGLISH = 'no one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');

/** A number of cards in words: `세 장` or `three`; in digits above thirteen. */
export function countCards(count: number, locale: Locale): string {
  if (locale === 'ko') return `${KOREAN[count] ?? count} 장`;
  return ENGLISH[count] ?? String(count);
}
