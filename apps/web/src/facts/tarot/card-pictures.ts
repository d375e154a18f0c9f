import { type Card, RANKS, type Suit } from './deck.js';
import type { Motif } from './motifs.js';

/** A motif centred at a point of the card (100 by 172); scale 1 is 40 units wide, rotation in degrees. */
export type Part = readonly [motif: Motif, x: number, y: number, scale?: number, turn?: number];

/** Scenes of the major arcana, by number. */
const MAJOR_SCENES: readonly (readonly Part[])[] = [
  [
    ['sun', 76, 44, 0.7],
    ['cliff', 46, 118, 1.2],
    ['person', 52, 98, 1.1],
    ['bundle', 68, 78, 0.6],
    ['dog', 30, 112, 0.5],
  ],
  [
    ...([
      ['infinity', 50, 40, 0.7],
      ['person', 50, 78, 1.3],
      ['table', 50, 118, 1.5],
      ['wand', 72, 62, 0.6],
    ] as const),
    ...([
      ['cup', 26, 104, 0.4],
      ['sword', 44, 100, 0.4, 90],
      ['pentacle', 72, 105, 0.35],
    ] as const),
  ],
  [
    ['pillar', 24, 86, 1.6],
    ['pillar', 76, 86, 1.6],
    ['veil', 50, 80, 1],
    ['person', 50, 94, 1.4],
    ['moon', 50, 128, 0.5, 90],
    ['crown', 50, 62, 0.5],
  ],
  [
    ['star', 50, 42, 0.5],
    ['crown', 50, 56, 0.6],
    ['person', 50, 88, 1.5],
    ['wheat', 20, 116, 0.9],
    ['wheat', 80, 116, 0.9],
    ['heart', 68, 116, 0.5],
  ],
  [
    ['peaks', 50, 62, 1.5],
    ['throne', 50, 94, 1.8],
    ['crown', 50, 54, 0.7],
    ['person', 50, 92, 1.4],
    ['staff', 74, 92, 1],
  ],
  [
    ['pillar', 24, 84, 1.6],
    ['pillar', 76, 84, 1.6],
    ['mitre', 50, 46, 0.8],
    ['person', 50, 82, 1.4],
    ['keys', 50, 124, 0.6],
  ],
  [
    ['sun', 50, 42, 0.7],
    ['wings', 50, 62, 1.1],
    ['nude', 30, 106, 1.2],
    ['nude', 70, 106, 1.2],
    ['heart', 50, 92, 0.4],
    ['tree', 84, 78, 0.6],
  ],
  [
    ['star', 50, 40, 0.5],
    ['person', 50, 94, 1],
    ['crown', 50, 76, 0.5],
    ['chariot', 50, 98, 1.8],
    ['lion', 40, 128, 0.5],
    ['lion', 62, 128, 0.5],
  ],
  [
    ['infinity', 40, 40, 0.7],
    ['person', 38, 82, 1.4],
    ['lion', 66, 106, 1.2],
    ['rose', 18, 118, 0.6],
  ],
  [
    ['person', 52, 86, 1.6],
    ['staff', 26, 92, 1.8],
    ['lantern', 76, 68, 0.8],
    ['peaks', 50, 123, 1.2],
  ],
  [
    ['wheel', 50, 84, 1.8],
    ['cloud', 22, 44, 0.6],
    ['cloud', 78, 44, 0.6],
    ['cloud', 22, 126, 0.6],
    ['cloud', 78, 126, 0.6],
  ],
  [
    ['pillar', 24, 86, 1.6],
    ['pillar', 76, 86, 1.6],
    ['crown', 50, 50, 0.6],
    ['person', 50, 84, 1.5],
    ['sword', 30, 74, 0.9],
    ['scales', 70, 88, 0.7],
  ],
  [
    ['gallows', 50, 82, 2],
    ['nude', 50, 82, 1.4, 180],
    ['sun', 50, 104, 0.5],
  ],
  [
    ['skull', 50, 60, 1.1],
    ['scythe', 58, 96, 1.6],
    ['sun', 80, 112, 0.5],
    ['rose', 24, 104, 1],
    ['waves', 50, 127, 1.5],
  ],
  [
    ['wings', 50, 66, 1.3],
    ['person', 50, 76, 1.3],
    ['cup', 26, 88, 0.6, 30],
    ['cup', 74, 104, 0.6],
    ['waves', 50, 126, 1.6],
    ['spark', 50, 42, 0.8],
  ],
  [
    ['wings', 50, 58, 1.4],
    ['horns', 50, 44, 0.8],
    ['person', 50, 74, 1.4],
    ['chain', 50, 108, 1.1],
    ['nude', 22, 118, 0.9],
    ['nude', 78, 118, 0.9],
  ],
  [
    ['tower', 50, 92, 2],
    ['lightning', 74, 56, 1],
    ['nude', 20, 100, 0.7, 150],
    ['nude', 80, 112, 0.7, 210],
    ['cloud', 22, 48, 0.7],
  ],
  [
    ['star', 50, 52, 1],
    ['spark', 24, 48, 0.7],
    ['spark', 76, 48, 0.7],
    ['spark', 32, 72, 0.6],
    ['spark', 70, 72, 0.6],
    ['nude', 40, 102, 1.1],
    ['jug', 66, 108, 0.6, 60],
    ['waves', 50, 125, 1.7],
  ],
  [
    ['moon', 50, 52, 0.9],
    ['tower', 18, 88, 0.8],
    ['tower', 82, 88, 0.8],
    ['dog', 32, 104, 0.7],
    ['dog', 70, 104, 0.7],
    ['waves', 50, 130, 1.2],
    ['crayfish', 50, 127, 0.6],
  ],
  [
    ['sun', 50, 58, 1.4],
    ['wall', 50, 110, 1.7],
    ['nude', 50, 106, 1],
    ['rose', 20, 96, 0.7],
    ['rose', 80, 96, 0.7],
  ],
  [
    ['cloud', 50, 52, 1.1],
    ['wings', 50, 46, 0.9],
    ['horn', 52, 66, 0.9, 90],
    ['coffin', 26, 122, 0.8],
    ['coffin', 74, 122, 0.8],
    ['nude', 26, 106, 0.8],
    ['nude', 74, 106, 0.8],
  ],
  [
    ['wreath', 50, 84, 1.7],
    ['nude', 50, 84, 1.2],
    ['lion', 20, 130, 0.45],
    ['wings', 79, 40, 0.5],
    ['cloud', 20, 40, 0.5],
    ['horns', 80, 134, 0.6],
  ],
];

const MOTIF_OF_SUIT: Readonly<Record<Suit, Motif>> = {
  wands: 'wand',
  cups: 'cup',
  swords: 'sword',
  pentacles: 'pentacle',
};

const [TOP, BOTTOM, LEFT, RIGHT] = [52, 118, 30, 70];
const pair = (y: number): readonly (readonly [number, number])[] => [
  [LEFT, y],
  [RIGHT, y],
];
const MIDDLE = (TOP + BOTTOM) / 2;
/** Positions of `count` evenly spaced rows of two. */
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => pair(TOP + ((BOTTOM - TOP) * at) / (count - 1))).flat();

/** Positions of the pips on a number card, as on playing cards. */
const PIPS: readonly (readonly (readonly [number, number])[])[] = [
  [[50, 85]],
  [
    [50, TOP + 4],
    [50, BOTTOM - 4],
  ],
  [[50, TOP], ...pair(BOTTOM - 6)],
  rows(2),
  [...rows(2), [50, MIDDLE]],
  rows(3),
  [...rows(3), [50, (TOP + MIDDLE) / 2]],
  [...rows(3), [50, (TOP + MIDDLE) / 2], [50, (BOTTOM + MIDDLE) / 2]],
  [...rows(4), [50, MIDDLE]],
  [...rows(4), [50, TOP + 11], [50, BOTTOM - 11]],
];
const ACE_SCALE = 1.7;
const COURT = RANKS.indexOf('page') + 1;
/** Motifs that distinguish page, knight, queen and king. */
const COURTS: readonly (readonly Part[])[] = [
  [
    ['peaks', 50, 114, 1.5],
    ['person', 42, 100, 1.8],
  ],
  [
    ['person', 42, 97, 1.3],
    ['horse', 46, 111, 1.6],
  ],
  [
    ['throne', 42, 94, 1.9],
    ['person', 42, 98, 1.6],
    ['crown', 42, 70, 0.7],
    ['rose', 79, 116, 1],
  ],
  [
    ['throne', 42, 94, 1.9],
    ['person', 42, 98, 1.6],
    ['crown', 42, 70, 0.9],
    ['staff', 80, 106, 1.7],
  ],
];

/** The picture of a card as a list of motifs. */
export function cardPicture(card: Card): readonly Part[] {
  if (card.type === 'major') return MAJOR_SCENES[card.number] ?? [];
  const motif = MOTIF_OF_SUIT[card.suit];
  if (card.rank >= COURT) return [...(COURTS[card.rank - COURT] ?? []), [motif, 74, 56, 1]];
  const pips = PIPS[card.rank - 1] ?? [];
  const scale = card.rank === 1 ? ACE_SCALE : card.rank < 4 ? 1 : card.rank < 7 ? 0.75 : card.rank < 9 ? 0.6 : 0.5;
  return pips.map(([x, y]): Part => [motif, x, y, scale]);
}
