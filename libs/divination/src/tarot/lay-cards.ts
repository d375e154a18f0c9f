import type { RandomSource } from '../random-source.js';
import { ReadingInputError } from '../reading-input.error.js';
import { type Card, DECK } from './deck.js';
import { type CardNameIndex, findCard } from './find-card.js';
import type { Position } from './spreads.js';

/** A client's card, by id or else by name. */
export interface LaidCard {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly reversed: boolean;
}

/** A card at its position. */
export interface PlacedCard {
  readonly position: Position;
  readonly card: Card;
  readonly reversed: boolean;
}

/** Draws a card for every position, no card twice, each as likely upright as reversed. */
export function drawCards(positions: readonly Position[], random: RandomSource): readonly PlacedCard[] {
  const left = [...DECK];
  return positions.map((position) => {
    const [card] = left.splice(random.below(left.length), 1);
    if (!card) throw new RangeError('A spread has more positions than the deck has cards.');
    return { position, card, reversed: random.below(2) === 1 };
  });
}

/**
 * Assigns a client's cards to the positions in order; with fewer cards the last positions stay empty.
 * @throws ReadingInputError for an unknown card, a card given twice, and more cards than positions.
 */
export function placeCards(
  laid: readonly LaidCard[],
  positions: readonly Position[],
  linker: CardNameIndex,
): readonly PlacedCard[] {
  const seen = new Set<Card>();
  return laid.map(({ id, name, reversed }, at) => {
    const position = positions[at];
    if (!position) throw new ReadingInputError('cards', `This spread has room for ${positions.length} card(s).`);
    const field = id === undefined ? `cards.${at}.name` : `cards.${at}.id`;
    const card = findCard(id ?? name ?? '', linker);
    if (!card) throw new ReadingInputError(field, 'There is no such tarot card.');
    if (seen.has(card)) throw new ReadingInputError(field, 'This card has been laid before.');
    seen.add(card);
    return { position, card, reversed };
  });
}
