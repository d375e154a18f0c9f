import type { NumberedPassage } from '../section-brief.js';
import type { Locale } from '@app/text';

const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{L}/gu;
/**
 * Minimum share of Hangul among the letters of a Korean text. Korean texts contain Latin words, and English texts
 * contain Korean terms.
 */
const KOREAN_FROM = 0.3;
/** Number of characters examined. */
const SAMPLE = 200;

/** The passages in the reading's language, or all of them when none is in that language. */
export function filterByLanguage(passages: readonly NumberedPassage[], locale: Locale): readonly NumberedPassage[] {
  const own = passages.filter(({ text }) => isKorean(text) === (locale === 'ko'));
  return own.length > 0 ? own : passages;
}

function isKorean(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(HANGUL)?.length ?? 0) >= KOREAN_FROM * (sample.match(LETTER)?.length ?? 0);
}
