import { type Card, DECK } from './deck.js';

/** Other spellings of a rank; `1` is the ace. */
const RANK_WORDS: Readonly<Record<string, string>> = {
  '1': 'ace',
  '2': 'two',
  '3': 'three',
  '4': 'four',
  '5': 'five',
  '6': 'six',
  '7': 'seven',
  '8': 'eight',
  '9': 'nine',
  '10': 'ten',
  princess: 'page',
  jack: 'page',
};

const SUIT_WORDS: Readonly<Record<string, string>> = {
  wand: 'wands',
  rods: 'wands',
  staves: 'wands',
  batons: 'wands',
  cup: 'cups',
  chalices: 'cups',
  sword: 'swords',
  pentacle: 'pentacles',
  coins: 'pentacles',
  disks: 'pentacles',
  discs: 'pentacles',
};

/** Finds records of the knowledge pack named in a text. */
export interface CardNameIndex {
  link(text: string): readonly { readonly id: string }[];
}

const byKey: ReadonlyMap<string, Card> = new Map(
  DECK.flatMap((card) => [card.slug, card.names.ko, card.names.en].map((name) => [keyOf(name), card])),
);

/**
 * Finds a card by id (`tarot:the-fool`, `the_fool`) or by a name in either language; other names are looked up in the
 * knowledge pack. Undefined when there is no such card.
 */
export function findCard(text: string, linker: CardNameIndex): Card | undefined {
  return byKey.get(keyOf(text)) ?? fromLinker(text, linker);
}

function fromLinker(text: string, linker: CardNameIndex): Card | undefined {
  const linked = linker.link(text).filter(({ id }) => id.startsWith('tarot:'));
  return linked.length === 1 ? DECK.find(({ slug }) => `tarot:${slug}` === linked[0]?.id) : undefined;
}

/** Normalizes the spellings of one name: `XII. The Hanged Man`, `the-hanged-man`, `Hanged Man card`. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^tarot:/, '')
    .replace(/^(\d+|[ivx]+)\s*[.:)]\s*/, '')
    .replaceAll(/[_-]+/g, ' ')
    .replace(/\s*(카드|card)$/, '')
    .replace(/^the\s+/, '')
    .replace('judgment', 'judgement')
    .replace(
      /^(\S+) of (\S+)$/,
      (_, rank: string, suit: string) => `${RANK_WORDS[rank] ?? rank} of ${SUIT_WORDS[suit] ?? suit}`,
    )
    .replaceAll(/\s+/g, '');
}
