import { pillarNamed } from '@app/divination';
import { type Locale, withJosa } from '@app/text';
import { articled } from './articled.js';
import type { DailyFacts } from './daily-facts.js';

/** Three questions specific to this day. */
export function dailyFollowups({ days, sky }: DailyFacts, locale: Locale): readonly string[] {
  const [day] = days ?? [];
  const pillar = day && (pillarNamed(day.pillar, locale)?.name ?? day.pillar);
  const relation = day?.relations[0];
  const transit = sky?.exact[0] ?? sky?.lasting[0];
  const questions = [
    day && {
      ko: `${pillar}의 날에 ${withJosa(day.tenGods.stem, '은/는')} 제 일에 어떻게 나타나나요?`,
      en: `How does ${day.tenGods.stem} show in my work on a day of ${pillar}?`,
    },
    relation && {
      ko: `일진과의 ${withJosa(relation.name, '은/는')} 사람 사이에서 무엇을 뜻하나요?`,
      en: `What does the ${lower(relation.name)} with the day mean between people?`,
    },
    transit && {
      ko: `${withJosa(transit.from.name, '과/와')} 제 ${transit.to.name}의 ${withJosa(transit.aspect.name, '을/를')} 어떻게 쓰면 좋을까요?`,
      en: `How can I use the ${transit.aspect.name} of ${articled(transit.from, locale)} to my ${transit.to.name}?`,
    },
    ...ALWAYS,
  ];
  return questions.flatMap((question) => (question ? [question[locale]] : [])).slice(0, 3);
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const ALWAYS = [
  { ko: '오늘 먼저 끝내면 좋을 일은 무엇일까요?', en: 'What is best finished first today?' },
  { ko: '오늘 조심할 말은 무엇일까요?', en: 'Which words want care today?' },
  { ko: '저녁에는 어떻게 쉬면 좋을까요?', en: 'How is the evening best spent?' },
];
