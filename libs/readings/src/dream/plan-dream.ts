import type { LinkedEntity } from '@app/rag';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import type { DreamInput } from './dream.input.js';

/** Records fetched for sure: beyond a handful of symbols a section cannot do each of them justice. */
const MOST_ENTITIES = 6;

/** Finds what the dream speaks of; nothing is interpreted here. */
export function planDream(input: DreamInput, { linker }: PlanningTools): ReadingPlan {
  const said = [input.dream, ...(input.symbols ?? []), ...(input.emotions ?? []), ...(input.themes ?? [])].join(' . ');
  const linked = linker.link(said);
  const of = (prefix: string) => linked.filter(({ id }) => id.startsWith(prefix));
  const symbols = of('dream:');
  const titled = (entities: readonly LinkedEntity[]) =>
    entities.map(({ id, titles }) => ({ id, title: titles[input.locale] }));
  return {
    facts: { symbols: titled(symbols), emotions: titled(of('emotion:')), themes: titled(of('theme:')) },
    tags: ['kind:dream', ...linked.map(({ id }) => id.replace(/^dream:/, 'symbol:'))],
    entities: symbols.slice(0, MOST_ENTITIES).map(({ id }) => ({ id })),
    question: input.dream,
    searchText: [input.dream, ...(input.symbols ?? []), ...(input.emotions ?? []), ...(input.context ?? [])].join(' '),
    details: details(input),
    documents: input.documents ?? [],
    followups: dreamFollowups(symbols, input.locale),
  };
}

/** What the dreamer picked and told besides the dream, a line for each list. */
function details({ symbols = [], emotions = [], themes = [], context = [], locale }: DreamInput): readonly string[] {
  const lists = [symbols, emotions, themes, context];
  const labels =
    locale === 'ko'
      ? ['마음에 남은 상징', '느낀 감정', '떠오르는 주제', '요즘 상황']
      : ['Symbols I noticed', 'How it felt', 'Themes', 'What is going on in my life'];
  return lists.flatMap((words, at) => (words.length > 0 ? [`${labels[at]}: ${words.join(', ')}`] : []));
}

function dreamFollowups(symbols: readonly LinkedEntity[], locale: 'ko' | 'en'): readonly string[] {
  const [first] = symbols;
  const title = first?.titles[locale];
  if (locale === 'ko') {
    return [
      title ? `이 꿈에서 ‘${title}’의 의미를 더 자세히 알려 주세요.` : '이 꿈에서 가장 중요한 장면은 무엇인가요?',
      '같은 꿈을 다시 꾸면 어떻게 받아들이면 좋을까요?',
      '이 꿈이 지금의 인간관계와는 어떻게 이어지나요?',
    ];
  }
  return [
    title ? `Tell me more about “${title}” in this dream.` : 'Which scene of this dream matters most?',
    'What if I have this dream again?',
    'How does this dream relate to the people around me?',
  ];
}
