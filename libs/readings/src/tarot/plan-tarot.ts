import {
  type CardNameIndex,
  type DeckName,
  type PlacedCard,
  ReadingInputError,
  SPREADS,
  deckCardName,
  drawCards,
  findCard,
  placeCards,
  positionSlug,
  positionsOf,
  randomSource,
} from '@app/divination';
import { questionTags } from '../question-tags.js';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { spreadOf } from './spread-of.js';
import type { TarotInput } from './tarot.input.js';
import { tarotFollowups } from './tarot-followups.js';

type Card = PlacedCard['card'];

/** Draws the cards or uses the given ones. */
export function planTarot(input: TarotInput, { linker }: PlanningTools): ReadingPlan {
  const { locale, question = '', documents = [] } = input;
  const spread = spreadOf(input);
  const significator = significatorOf(input, linker);
  const placed = cardsOf(input, linker, significator);
  const cards = [...placed.map(({ card }) => card), ...(significator ? [significator] : [])];
  return {
    facts: tarotFacts(input, placed, significator),
    tags: [
      'kind:tarot',
      ...(spread ? [`spread:${spread}`] : []),
      ...new Set(placed.flatMap(cardTags)),
      ...questionTags(linker, question),
    ],
    entities: [...placed, ...(significator ? [{ card: significator, reversed: false }] : [])].map(cardEntity),
    question,
    searchText: [question, ...cards.map(({ names }) => names[locale])].join(' ').trim(),
    documents,
    followups: tarotFollowups(placed, locale),
  };
}

/**
 * Only the facts of a plan.
 * @throws ReadingInputError
 */
export function tarotPlanFacts(input: TarotInput, linker: CardNameIndex) {
  const significator = significatorOf(input, linker);
  return tarotFacts(input, cardsOf(input, linker, significator), significator);
}

function significatorOf({ significator, deck }: TarotInput, linker: CardNameIndex): Card | undefined {
  if (significator === undefined) return undefined;
  const card = findCard(significator, linker, deck);
  if (!card)
    throw new ReadingInputError('significator', {
      ko: '그런 타로 카드가 없습니다.',
      en: 'There is no such tarot card.',
    });
  return card;
}

function cardsOf(input: TarotInput, linker: CardNameIndex, significator: Card | undefined) {
  const { celticCrossOrder, deck, reversals, seed, cards = [] } = input;
  const spread = spreadOf(input);
  const names = input.positions ?? cards.map(() => '');
  const positions = spread ? positionsOf(spread, celticCrossOrder) : names.map((name) => ({ ko: name, en: name }));
  if (cards.length === 0) return drawCards(positions, randomSource(seed), { reversals, without: significator });
  return placeCards(cards, { positions, linker, deck });
}

function tarotFacts(input: TarotInput, placed: readonly PlacedCard[], significator: Card | undefined) {
  const { celticCrossOrder, deck, locale } = input;
  const spread = spreadOf(input);
  return {
    ...(spread && { spread: { id: spread, name: SPREADS[spread].names[locale] } }),
    ...(spread === 'celtic-cross' && { celticCrossOrder }),
    ...(deck !== 'waite' && { deck }),
    ...(significator && { significator: cardFact(significator, deck, locale) }),
    cards: placed.map(({ position, card, reversed }) => ({
      ...((spread || input.positions) && { position: position[locale] }),
      // Positions that the client names have no id.
      ...(spread && { positionId: positionSlug(position) }),
      ...cardFact(card, deck, locale),
      reversed,
    })),
  };
}

function cardFact(card: Card, deck: DeckName, locale: TarotInput['locale']) {
  const deckName = deckCardName(card, deck);
  return { id: `tarot:${card.slug}`, name: card.names[locale], ...(deckName && { deckName }) };
}

/** Elements of the suits. Those of the major arcana depend on the school and are in the built-in knowledge files. */
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
