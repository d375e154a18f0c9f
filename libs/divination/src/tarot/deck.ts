export type Suit = 'wands' | 'cups' | 'swords' | 'pentacles';

/** Decks whose card names are recognized and displayed. All have the same seventy-eight cards. */
export const DECK_NAMES = ['waite', 'thoth', 'marseille'] as const;
export type DeckName = (typeof DECK_NAMES)[number];

export interface Card {
  /** Slug as used in the ids of the built-in knowledge files: `the-fool`, `ace-of-cups`. */
  readonly slug: string;
  readonly names: { readonly ko: string; readonly en: string };
  /** Absent for the major arcana. */
  readonly suit?: Suit;
}

/** The major arcana from 0 to 21 in Waite's order (Strength 8, Justice 11). */
const MAJORS = [
  ['바보', 'The Fool'],
  ['마법사', 'The Magician'],
  ['여사제', 'The High Priestess'],
  ['여황제', 'The Empress'],
  ['황제', 'The Emperor'],
  ['교황', 'The Hierophant'],
  ['연인', 'The Lovers'],
  ['전차', 'The Chariot'],
  ['힘', 'Strength'],
  ['은둔자', 'The Hermit'],
  ['운명의 수레바퀴', 'Wheel of Fortune'],
  ['정의', 'Justice'],
  ['매달린 사람', 'The Hanged Man'],
  ['죽음', 'Death'],
  ['절제', 'Temperance'],
  ['악마', 'The Devil'],
  ['탑', 'The Tower'],
  ['별', 'The Star'],
  ['달', 'The Moon'],
  ['태양', 'The Sun'],
  ['심판', 'Judgement'],
  ['세계', 'The World'],
] as const;

const SUITS: readonly (readonly [Suit, string, string])[] = [
  ['wands', '완드', 'Wands'],
  ['cups', '컵', 'Cups'],
  ['swords', '소드', 'Swords'],
  ['pentacles', '펜타클', 'Pentacles'],
];

const RANKS = [
  ['에이스', 'Ace'],
  ['2', 'Two'],
  ['3', 'Three'],
  ['4', 'Four'],
  ['5', 'Five'],
  ['6', 'Six'],
  ['7', 'Seven'],
  ['8', 'Eight'],
  ['9', 'Nine'],
  ['10', 'Ten'],
  ['시종', 'Page'],
  ['기사', 'Knight'],
  ['여왕', 'Queen'],
  ['왕', 'King'],
] as const;

const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

const majors = MAJORS.map(([ko, en]): Card => ({ slug: slugOf(en), names: { ko, en } }));

const minors = SUITS.flatMap(([suit, suitKo, suitEn]) =>
  RANKS.map(([rankKo, rankEn]): Card => {
    const en = `${rankEn} of ${suitEn}`;
    return { slug: slugOf(en), names: { ko: `${suitKo} ${rankKo}`, en }, suit };
  }),
);

export const MAJORS_COUNT = MAJORS.length;

/** The seventy-eight cards, majors first. */
export const DECK: readonly Card[] = [...majors, ...minors];
