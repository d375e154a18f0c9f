import { questionTags } from '../question-tags.js';
import { randomSource } from '@app/divination';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { type PlacedCard, drawCards, placeCards } from '@app/divination';
import { SPREADS, type SpreadId } from '@app/divination';
import type { TarotInput } from './tarot.input.js';
import { tarotFollowups } from './tarot-followups.js';
import type { Locale } from '@app/text';

/** Draws the cards or uses the given ones. */
export function planTarot(input: TarotInput, { linker }: PlanningTools): ReadingPlan {
  const { locale, question = '', spread, documents = [] } = input;
  const { positions } = SPREADS[spread];
  const placed = input.cards?.length
    ? placeCards(input.cards, positions, linker)
    : drawCards(positions, randomSource(input.seed));
  const names = placed.map(({ card }) => card.names[locale]);
  return {
    facts: tarotFacts(spread, placed, locale),
    tags: ['kind:tarot', `spread:${spread}`, ...new Set(placed.flatMap(cardTags)), ...questionTags(linker, question)],
    entities: placed.map(cardEntity),
    question,
    searchText: [question, ...names].join(' ').trim(),
    documents,
    followups: tarotFollowups(placed, locale),
  };
}

const tarotFacts = (spread: SpreadId, placed: readonly PlacedCard[], locale: Locale) => ({
  spread: { id: spread, name: SPREADS[spread].names[locale] },
  cards: placed.map(({ position, card, reversed }) => ({
    position: position[locale],
    id: `tarot:${card.slug}`,
    name: card.names[locale],
    reversed,
  })),
});

/** Elements of the suits. Those of the major arcana depend on the school and are in the knowledge pack. */
const ELEMENTS = { wands: 'fire', cups: 'water', swords: 'air', pentacles: 'earth' } as const;

export const cardTags = ({ card: { slug, suit }, reversed }: Omit<PlacedCard, 'position'>): readonly string[] => [
  `card:${slug}`,
  ...(suit ? [`suit:${suit}`, `element:${ELEMENTS[suit]}`] : ['arcana:major']),
  `orientation:${reversed ? 'reversed' : 'upright'}`,
];

export const cardEntity = ({ card: { slug }, reversed }: Omit<PlacedCard, 'position'>) => ({
  id: `tarot:${slug}`,
  facets: [reversed ? 'reversed' : 'upright'],
});
