import type { NumberedPassage } from '../section-brief.js';
import type { Locale } from '@app/text';

const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{L}/gu;
/** Share of Hangul letters that makes a text Korean; Korean texts contain Latin words, English ones a Korean term. */
const KOREAN_FROM = 0.3;
/** Characters examined. */
const SAMPLE = 200;

/** The passages in the reading's language; all of them when none is. */
export function filterByLanguage(passages: readonly NumberedPassage[], locale: Locale): readonly NumberedPassage[] {
  const own = passages.filter(({ text }) => isKorean(text) === (locale === 'ko'));
  return own.length > 0 ? own : passages;
}

function isKorean(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(HANGUL)?.length ?? 0) >= KOREAN_FROM * (sample.match(LETTER)?.length ?? 0);
}
