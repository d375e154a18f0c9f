import { cardNamed } from './card-named.js';
import { type Card, DECK, type DeckName } from './deck.js';

/** Finds records of the built-in knowledge files by their names in a text. */
export interface CardNameIndex {
  link(text: string): readonly { readonly id: string; readonly mention: string }[];
}

/**
 * Finds a card by id (`tarot:the-fool`, `the_fool`) or by a name in either language. Other names must match a name in
 * the built-in knowledge files as a whole. Undefined when there is no such card.
 */
export const findCard = (text: string, linker: CardNameIndex, deck?: DeckName): Card | undefined =>
  cardNamed(text, deck) ?? fromLinker(text.trim(), linker);

/** Accepts only a name that covers the whole text: a record named by a part of it may be another card. */
function fromLinker(text: string, linker: CardNameIndex): Card | undefined {
  const linked = linker.link(text).filter(({ id }) => id.startsWith('tarot:'));
  const [only, ...others] = linked;
  if (!only || others.length > 0 || only.mention.length < text.replace(/\s*(?:카드|card)$/iu, '').length)
    return undefined;
  return DECK.find(({ slug }) => `tarot:${slug}` === only.id);
}
