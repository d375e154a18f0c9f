import type { Card, DeckName } from './deck.js';

/**
 * Names that only the Thoth deck has (A. Crowley, The Book of Thoth). Its knight, queen, prince and princess are the
 * king, queen, knight and page of other decks.
 */
const THOTH: Readonly<Record<string, string>> = {
  'the-magician': 'The Magus',
  'the-high-priestess': 'The Priestess',
  strength: 'Lust',
  'wheel-of-fortune': 'Fortune',
  justice: 'Adjustment',
  temperance: 'Art',
  judgement: 'The Aeon',
  'the-world': 'The Universe',
};
const THOTH_COURT: Readonly<Record<string, string>> = { page: 'Princess', knight: 'Prince', king: 'Knight' };

/** Names as printed on the Tarot de Marseille of N. Conver (1760), in modern spelling. */
const MARSEILLE: Readonly<Record<string, string>> = {
  'the-fool': 'Le Mat',
  'the-magician': 'Le Bateleur',
  'the-high-priestess': 'La Papesse',
  'the-empress': 'L’Impératrice',
  'the-emperor': 'L’Empereur',
  'the-hierophant': 'Le Pape',
  'the-lovers': 'L’Amoureux',
  'the-chariot': 'Le Chariot',
  strength: 'La Force',
  'the-hermit': 'L’Ermite',
  'wheel-of-fortune': 'La Roue de Fortune',
  justice: 'La Justice',
  'the-hanged-man': 'Le Pendu',
  death: 'L’Arcane sans nom',
  temperance: 'Tempérance',
  'the-devil': 'Le Diable',
  'the-tower': 'La Maison Dieu',
  'the-star': 'L’Étoile',
  'the-moon': 'La Lune',
  'the-sun': 'Le Soleil',
  judgement: 'Le Jugement',
  'the-world': 'Le Monde',
};
const MARSEILLE_RANKS: Readonly<Record<string, string>> = {
  ace: 'As',
  two: 'Deux',
  three: 'Trois',
  four: 'Quatre',
  five: 'Cinq',
  six: 'Six',
  seven: 'Sept',
  eight: 'Huit',
  nine: 'Neuf',
  ten: 'Dix',
  page: 'Valet',
  knight: 'Cavalier',
  queen: 'Reine',
  king: 'Roi',
};
const MARSEILLE_SUITS: Readonly<Record<string, string>> = {
  wands: 'de Bâton',
  cups: 'de Coupe',
  swords: 'd’Épée',
  pentacles: 'de Denier',
};

/** The name printed on the card of another deck; undefined for Waite-Smith, where `Card.names` applies. */
export function deckCardName({ slug, names, suit }: Card, deck: DeckName): string | undefined {
  if (deck === 'waite') return undefined;
  const [rank = ''] = slug.split('-');
  if (deck === 'marseille') return suit ? `${MARSEILLE_RANKS[rank]} ${MARSEILLE_SUITS[suit]}` : MARSEILLE[slug];
  if (!suit) return THOTH[slug] ?? names.en;
  const [, english = ''] = names.en.split(' of ');
  return `${THOTH_COURT[rank] ?? names.en.split(' ')[0]} of ${suit === 'pentacles' ? 'Disks' : english}`;
}
