import type { Locale } from '../server/catalogue.js';

/** What the built-in records are based on, and how the page says it in Korean; the first match counts. */
const TRADITIONS: readonly (readonly [RegExp, string])[] = [
  [/epictetus|aurelius|seneca/i, '스토아 철학'],
  [/haemong|taemong/, '한국의 해몽 전통'],
  [/^facts |^[\w ]+ dream traditions/, '옛 문헌과 이야기'],
  [/zhouyi|i ching/i, '주역(周易)'],
  [/solar terms|seasonal/, '절기와 세시 풍속'],
  [/folk|custom|ethnographic/, '민속'],
  [/saju/i, '사주 명리 전통'],
  [/five.(?:element|phases)/, '오행(五行)'],
  [/astrolog|zodiac|houses|aspects|synastry|lunar/i, '서양 점성술 전통'],
  [/tarot/i, '타로 전통'],
  [/jung|archetyp|analytical/i, '분석심리학'],
  [/dream|hypothesis|synthesis|simulation|rehearsal/i, '꿈 심리학'],
  [/sleep/, '수면에 관한 지식'],
  [/./, '마음 돌봄에 관한 지식'],
];
/** How the built-in records begin; a persona's record has the persona's name before this. */
const OWN_TEXT = /^(?:[^:;]+: )?own (?:text(?:; |$)|paraphrase of )/;

/** Whether a record is part of this product, not of an operator's documents. */
export const isOwnText = (source: string): boolean => OWN_TEXT.test(source);

/** What a record is based on, for readers; the sources of an operator's documents stay as they are. */
export function sourceText(source: string, locale: Locale): string {
  const tradition = source.replace(OWN_TEXT, '');
  if (locale === 'en' || !isOwnText(source)) return tradition;
  return TRADITIONS.find(([words]) => words.test(tradition))?.[1] ?? '';
}
