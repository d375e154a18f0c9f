import type { Locale } from '../server/catalogue.js';

/** What the sources of the built-in records name, and how the page says it in Korean; the first match counts. */
const TRADITIONS: readonly (readonly [RegExp, string])[] = [
  [/haemong|taemong/, '한국의 해몽 전통'],
  [/zhouyi|i ching/i, '주역(周易)'],
  [/solar terms|seasonal/, '절기와 세시 풍속'],
  [/saju/i, '사주 명리 전통'],
  [/astrolog|zodiac|houses/i, '서양 점성술 전통'],
  [/tarot/i, '타로 전통'],
  [/jung|archetyp|analytical/i, '분석심리학'],
  [/dream/i, '꿈 심리학'],
  [/./, '마음 돌봄에 관한 일반 지식'],
];
/** A persona's record has the persona's name before this. */
const OWN_TEXT = /^(?:[^:;]+: )?own text; /;

/** The origin of a record for readers; the sources of an operator's documents stay as they are. */
export function sourceText(source: string, locale: Locale): string {
  if (!OWN_TEXT.test(source)) return source;
  const tradition = source.replace(OWN_TEXT, '');
  if (locale === 'en') return `based on ${tradition}`;
  return `${TRADITIONS.find(([words]) => words.test(tradition))?.[1]}에 바탕을 둔 글`;
}
