export const SUITS = ['wands', 'cups', 'swords', 'pentacles'] as const;
export type Suit = (typeof SUITS)[number];

export const RANKS = [
  'ace',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'page',
  'knight',
  'queen',
  'king',
] as const;

/** The major arcana from 0 to 21. */
export const MAJORS = [
  'the-fool',
  'the-magician',
  'the-high-priestess',
  'the-empress',
  'the-emperor',
  'the-hierophant',
  'the-lovers',
  'the-chariot',
  'strength',
  'the-hermit',
  'wheel-of-fortune',
  'justice',
  'the-hanged-man',
  'death',
  'temperance',
  'the-devil',
  'the-tower',
  'the-star',
  'the-moon',
  'the-sun',
  'judgement',
  'the-world',
] as const;

/** The 78 cards as the server's ids without the prefix `tarot:`. */
export const DECK: readonly string[] = [
  ...MAJORS,
  ...SUITS.flatMap((suit) => RANKS.map((rank) => `${rank}-of-${suit}`)),
];

export type Card =
  | { readonly type: 'major'; readonly number: number }
  | { readonly type: 'minor'; readonly suit: Suit; readonly rank: number };

/** The card for an id such as `tarot:ace-of-cups`; undefined for any other text. */
export function cardOf(id: string): Card | undefined {
  const slug = id.replace(/^tarot:/, '');
  const number = MAJORS.findIndex((major) => major === slug);
  if (number >= 0) return { type: 'major', number };
  const [rankName, suitName] = slug.split('-of-');
  const suit = SUITS.find((each) => each === suitName);
  const rank = RANKS.findIndex((each) => each === rankName) + 1;
  return suit && rank > 0 ? { type: 'minor', suit, rank } : undefined;
}

const NUMERALS: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Roman numeral as on the cards; 0 for the Fool. */
export function roman(number: number): string {
  if (number === 0) return '0';
  let rest = number;
  let numeral = '';
  for (const [value, letters] of NUMERALS)
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  return numeral;
}
