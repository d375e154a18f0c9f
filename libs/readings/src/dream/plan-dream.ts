import { isDenied } from '@app/composer';
import type { LinkedEntity } from '@app/rag';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { dreamFollowups } from './dream-followups.js';
import type { DreamInput } from './dream.input.js';

/** Records fetched for sure: beyond a handful of symbols a section cannot do each of them justice. */
const MOST_ENTITIES = 6;

/** Finds what the dream speaks of; nothing is interpreted here. */
export function planDream(input: DreamInput, { linker }: PlanningTools): ReadingPlan {
  const said = [input.dream, ...(input.symbols ?? []), ...(input.emotions ?? []), ...(input.themes ?? [])].join(' . ');
  // A feeling that was not there is nothing the dream is about: 무섭지 않았어요.
  const linked = linker.link(said).filter(({ id }) => !isDenied(id, said));
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
    followups: dreamFollowups({ symbols, emotions: of('emotion:') }, input.locale),
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
