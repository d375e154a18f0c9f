import type { TarotInput } from './tarot.input.js';

type Spread = NonNullable<TarotInput['spread']>;

/**
 * The spread of a reading. Without a requested spread the number of given cards decides, because a card must not get a
 * position that was not asked for. Undefined when the cards have the client's positions or none.
 */
export function spreadOf({ spread, positions, cards = [] }: TarotInput): Spread | undefined {
  if (positions) return undefined;
  if (spread) return spread;
  if (cards.length === 0 || cards.length === 3 || cards.some(({ position }) => position !== undefined)) return 'three';
  return cards.length === 1 ? 'one' : undefined;
}
