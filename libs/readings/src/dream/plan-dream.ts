import type { LinkedEntity } from '@app/rag';
import { composeText } from '@app/text';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { isFeeling } from './dream-facts.js';
import { dreamFollowups } from './dream-followups.js';
import { dreamLinks } from './dream-links.js';
import type { DreamInput } from './dream.input.js';
import { ownWords } from './own-words.js';
import { isPresent, isSalient, isSpoken, MIN_SPOKEN_SALIENCE, type SceneEntity, withoutAbsent } from './scene/scene.js';

/** Maximum number of records that are always retrieved; a section cannot cover more symbols. */
const MAX_ENTITIES = 6;

/** Recognises what the dream mentions, without interpretation. */
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
  // Feelings about the dream count even when the user felt them after waking.
  const emotions = merged.emotions.filter(({ polarity }) => polarity === 'affirmed');
  const [felt] = emotions.filter(
    ({ id, frame, salience }) => isFeeling(id) && (frame === 'waking' || salience >= MIN_SPOKEN_SALIENCE),
  );
  const themes = merged.themes.filter(isPresent);
  // The main symbol is always included: omitting it is worse than including a minor one.
  const spoken = symbols.filter((symbol, rank) => rank === 0 || isSpoken(symbol));
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
    shownFacts: {
      symbols: shown(merged.symbols),
      emotions: shown(merged.emotions),
      themes: titled(themes),
      links: dreamLinks(
        [...symbols, ...emotions, ...themes].map(({ id }) => id),
        linker,
        input.locale,
      ),
    },
    tags: [
      'kind:dream',
      ...[...spoken, ...(felt ? [felt] : []), ...themes].map(({ id }) => id.replace(/^dream:/, 'symbol:')),
    ],
    entities: spoken.slice(0, MAX_ENTITIES).map(({ id }) => ({ id })),
    question: input.dream,
    ownWords: ownWords(scene, [...spoken.slice(0, 1), ...(felt ? [felt] : []), ...spoken.slice(1)], input.locale),
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

/** An entity as shown in the `reading` event, which also contains denied entities and those of waking life. */
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
  features: {},
  category: undefined,
  places: [],
});

/**
 * Adds the entities that the user picked. They count as present whatever the text says, and follow those that it
 * affirms.
 */
function withPicked(
  picked: readonly SceneEntity[],
  read: readonly SceneEntity[],
  prefix: string,
): readonly SceneEntity[] {
  const present = read.filter(prefix === 'theme:' ? isPresent : isSalient);
  const own = picked.filter(({ id }) => id.startsWith(prefix) && !present.some((entity) => entity.id === id));
  return [...present, ...own, ...read.filter(({ id }) => ![...present, ...own].some((entity) => entity.id === id))];
}

/** What the user picked and wrote besides the dream, one line per list. */
function details({ symbols = [], emotions = [], themes = [], context = [], locale }: DreamInput): readonly string[] {
  const lists = [symbols, emotions, themes, context];
  const labels =
    locale === 'ko'
      ? ['마음에 남은 상징', '느낀 감정', '떠오르는 주제', '요즘 상황']
      : ['Symbols I noticed', 'How it felt', 'Themes', 'What is going on in my life'];
  return lists.flatMap((words, at) => (words.length > 0 ? [`${labels[at]}: ${words.join(', ')}`] : []));
}
