import type { RandomSource } from '../random-source.js';
import { ReadingInputError } from '../reading-input.error.js';
import { type Card, DECK, type DeckName } from './deck.js';
import { type CardNameIndex, findCard } from './find-card.js';
import type { Position } from './spreads.js';

/** A card sent by the client, identified by id or else by name. */
export interface LaidCard {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly reversed: boolean;
  /** Number from 1, or name in either language; without it, the index in the list applies. */
  readonly position?: number | string | undefined;
}

/** A card at its position. */
export interface PlacedCard {
  readonly position: Position;
  readonly card: Card;
  readonly reversed: boolean;
}

interface DrawOptions {
  /** When false, every card is upright. */
  readonly reversals: boolean;
  /** A card that is already laid out and must not be drawn. */
  readonly without?: Card | undefined;
}

/** Draws a different card for every position, upright or reversed with equal probability. */
export function drawCards(
  positions: readonly Position[],
  random: RandomSource,
  { reversals, without }: DrawOptions = { reversals: true },
): readonly PlacedCard[] {
  const left = DECK.filter((card) => card !== without);
  return positions.map((position) => {
    const [card] = left.splice(random.below(left.length), 1);
    if (!card) throw new RangeError('A spread has more positions than the deck has cards.');
    return { position, card, reversed: random.below(2) === 1 && reversals };
  });
}

/** The positions of a spread, and how card names are resolved. */
export interface Layout {
  readonly positions: readonly Position[];
  readonly linker: CardNameIndex;
  readonly deck: DeckName;
}

/**
 * Assigns the client's cards to their positions, by default in order. With fewer cards than positions, the last
 * positions stay empty.
 * @throws ReadingInputError for an unknown card or position, for a repeated card or position, and for more cards than
 *   positions
 */
export function placeCards(laid: readonly LaidCard[], layout: Layout): readonly PlacedCard[] {
  const cards = new Set<Card>();
  const places = new Map<number, PlacedCard>();
  for (const [at, given] of laid.entries()) {
    const field = `cards.${at}`;
    const place = placeOf(given, at, layout.positions);
    const position = layout.positions[place];
    if (!position)
      throw new ReadingInputError('cards', {
        ko: `이 스프레드에는 카드를 ${layout.positions.length}장까지 놓을 수 있습니다.`,
        en: `This spread has room for ${layout.positions.length} card(s).`,
      });
    if (places.has(place))
      throw new ReadingInputError(`${field}.position`, {
        ko: '이 자리에는 이미 카드가 있습니다.',
        en: 'There is a card at this position already.',
      });
    const card = layCard(given, field, layout);
    if (cards.has(card))
      throw new ReadingInputError(nameField(given, field), {
        ko: '이미 놓은 카드입니다.',
        en: 'This card has been laid before.',
      });
    cards.add(card);
    places.set(place, { position, card, reversed: given.reversed });
  }
  return [...places].toSorted(([one], [other]) => one - other).map(([, placed]) => placed);
}

function layCard(given: LaidCard, field: string, { linker, deck }: Layout): Card {
  const card = findCard(given.id ?? given.name ?? '', linker, deck);
  if (!card)
    throw new ReadingInputError(nameField(given, field), {
      ko: '그런 타로 카드가 없습니다.',
      en: 'There is no such tarot card.',
    });
  return card;
}

const nameField = ({ id }: Pick<LaidCard, 'id'>, field: string): string =>
  `${field}.${id === undefined ? 'name' : 'id'}`;

function placeOf({ position }: LaidCard, at: number, positions: readonly Position[]): number {
  if (position === undefined) return at;
  const name = String(position).trim().toLowerCase();
  const place = /^\d+$/u.test(name)
    ? Number(name) - 1
    : positions.findIndex(({ ko, en }) => [ko, en.toLowerCase()].includes(name));
  if (positions[place]) return place;
  throw new ReadingInputError(`cards.${at}.position`, {
    ko: '이 스프레드에 없는 자리입니다.',
    en: 'This spread has no such position.',
  });
}
