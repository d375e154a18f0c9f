import { type Locale, withJosa } from '@app/text';
import type { CompatibilityFacts } from './compatibility-facts.js';

/** Three questions specific to this pair. */
export function compatibilityFollowups({ pair, synastry }: CompatibilityFacts, locale: Locale): readonly string[] {
  const tension = pair?.relations.find(({ tone }) => tone === 'tension');
  const harmony = pair?.relations.find(({ tone }) => tone === 'harmony');
  const [gift] = pair?.elementGifts ?? [];
  const [aspect] = synastry?.aspects ?? [];
  const questions = [
    tension && {
      ko: `두 사주의 ${tension.characters} ${withJosa(tension.name, '은/는')} 생활에서 어떻게 나타나나요?`,
      en: `How does the ${lower(tension.name)} of ${tension.characters} show in daily life?`,
    },
    harmony && {
      ko: `${harmony.characters} ${withJosa(harmony.name, '을/를')} 오래 살리려면 무엇을 하면 좋을까요?`,
      en: `What keeps the ${lower(harmony.name)} of ${harmony.characters} alive?`,
    },
    gift && {
      ko: `서로의 ${gift.name} 기운을 어떻게 나누면 좋을까요?`,
      en: `How can we share the ${gift.name} that only one of us has?`,
    },
    aspect && {
      ko: `${withJosa(aspect.first.name, '과/와')} ${aspect.second.name}의 ${withJosa(aspect.aspect.name, '은/는')} 우리에게 무엇을 뜻하나요?`,
      en: `What does the ${aspect.aspect.name} of ${aspect.first.name} and ${aspect.second.name} mean for us?`,
    },
    ...ALWAYS,
  ];
  return questions.flatMap((question) => (question ? [question[locale]] : [])).slice(0, 3);
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const ALWAYS = [
  { ko: '우리가 자주 다투는 까닭은 무엇일까요?', en: 'Why do we quarrel as we do?' },
  { ko: '서로에게 어떤 말을 더 자주 하면 좋을까요?', en: 'What should we say to each other more often?' },
  { ko: '올해 함께 준비하면 좋은 것은 무엇인가요?', en: 'What is worth preparing together this year?' },
];
