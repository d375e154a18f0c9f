import type { LinkedEntity } from '@app/rag';
import { composeText } from '@app/text';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { dreamFollowups } from './dream-followups.js';
import type { DreamInput } from './dream.input.js';
import { isSalient, type SceneEntity, withoutAbsent } from './scene/scene.js';

/** Records always fetched: a section cannot do justice to more than a handful of symbols. */
const MAX_ENTITIES = 6;

/** Reads what the dream speaks of; nothing is interpreted here. */
export function planDream(input: DreamInput, { linker, scenes }: PlanningTools): ReadingPlan {
  const scene = scenes.read(input.dream, linker);
  const pickedWords = [...(input.symbols ?? []), ...(input.emotions ?? []), ...(input.themes ?? [])];
  const picked = pickedWords.length > 0 ? linker.link(pickedWords.join(' . ')).map(asPicked) : [];
  const merged = {
    symbols: withPicked(picked, scene.symbols, 'dream:'),
    emotions: withPicked(picked, scene.emotions, 'emotion:'),
    themes: withPicked(picked, scene.themes, 'theme:'),
  };
  const symbols = merged.symbols.filter(isSalient);
  // A feeling about the dream counts, though it is felt on waking.
  const emotions = merged.emotions.filter(({ polarity }) => polarity === 'affirmed');
  const themes = merged.themes.filter(isSalient);
  const denied = [...merged.symbols, ...merged.emotions].filter(({ polarity }) => polarity === 'denied');
  const titled = (entities: readonly SceneEntity[]) =>
    entities.map(({ id, titles }) => ({ id, title: titles[input.locale] }));
  const shown = (entities: readonly SceneEntity[]) => entities.map((entity) => shownEntity(entity, input));
  return {
    facts: {
      symbols: titled(symbols),
      emotions: titled(emotions),
      themes: titled(themes),
      ...(denied.length > 0 && { denied: titled(denied) }),
    },
    shownFacts: { symbols: shown(merged.symbols), emotions: shown(merged.emotions), themes: titled(themes) },
    tags: ['kind:dream', ...[...symbols, ...emotions, ...themes].map(({ id }) => id.replace(/^dream:/, 'symbol:'))],
    entities: symbols.slice(0, MAX_ENTITIES).map(({ id }) => ({ id })),
    question: input.dream,
    searchText: [
      withoutAbsent(composeText(input.dream), scene),
      ...(input.symbols ?? []),
      ...(input.emotions ?? []),
      ...(input.context ?? []),
    ].join(' '),
    details: details(input),
    documents: input.documents ?? [],
    followups: dreamFollowups({ symbols, emotions }, input.locale),
    scene: { ...scene, symbols: merged.symbols, emotions: merged.emotions, themes: merged.themes },
  };
}

/** As the `reading` event shows it: what was denied or belongs to waking life too. */
const shownEntity = ({ id, titles, span, polarity, frame, confidence }: SceneEntity, { locale }: DreamInput) => ({
  id,
  title: titles[locale],
  ...(span && { span }),
  polarity,
  frame,
  confidence,
});

const PICKED_SALIENCE = 3;

const asPicked = ({ id, titles }: LinkedEntity): SceneEntity => ({
  id,
  titles,
  span: undefined,
  polarity: 'affirmed',
  frame: 'dreamt',
  confidence: 1,
  salience: PICKED_SALIENCE,
  category: undefined,
  places: [],
});

/** What the dreamer picked is there, whatever the text says of it; it follows what the text itself affirms. */
function withPicked(
  picked: readonly SceneEntity[],
  read: readonly SceneEntity[],
  prefix: string,
): readonly SceneEntity[] {
  const present = read.filter(isSalient);
  const own = picked.filter(({ id }) => id.startsWith(prefix) && !present.some((entity) => entity.id === id));
  return [...present, ...own, ...read.filter(({ id }) => ![...present, ...own].some((entity) => entity.id === id))];
}

/** What the dreamer picked and wrote besides the dream, a line for each list. */
function details({ symbols = [], emotions = [], themes = [], context = [], locale }: DreamInput): readonly string[] {
  const lists = [symbols, emotions, themes, context];
  const labels =
    locale === 'ko'
      ? ['마음에 남은 상징', '느낀 감정', '떠오르는 주제', '요즘 상황']
      : ['Symbols I noticed', 'How it felt', 'Themes', 'What is going on in my life'];
  return lists.flatMap((words, at) => (words.length > 0 ? [`${labels[at]}: ${words.join(', ')}`] : []));
}
