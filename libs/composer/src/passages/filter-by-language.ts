import type { NumberedPassage } from '../section-brief.js';
import type { Locale } from '@app/text';

const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{L}/gu;
/** Korean texts quote Latin words and Chinese characters, English ones a Korean term here and there. */
const KOREAN_FROM = 0.3;
/** Characters that tell the language. */
const SAMPLE = 200;

/** The sources in the reading's language; all of them when none is, because a foreign text is better than none. */
export function filterByLanguage(passages: readonly NumberedPassage[], locale: Locale): readonly NumberedPassage[] {
  const own = passages.filter(({ text }) => isKorean(text) === (locale === 'ko'));
  return own.length > 0 ? own : passages;
}

function isKorean(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(HANGUL)?.length ?? 0) >= KOREAN_FROM * (sample.match(LETTER)?.length ?? 0);
}
