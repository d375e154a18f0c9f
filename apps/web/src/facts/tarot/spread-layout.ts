/** Centre of a card and its turn in degrees. A card is 100 by 172. */
export interface Seat {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

const seat = (x: number, y: number, turn = 0): Seat => ({ x, y, turn });

const [ACROSS, DOWN] = [124, 204];

/** Twelve months as on a clock, January at one o'clock, the theme of the year in the middle. */
const YEAR: readonly Seat[] = [
  ...Array.from({ length: 12 }, (_, month) => {
    const angle = ((month + 1) * Math.PI) / 6;
    return seat(Math.round(400 * Math.sin(angle)), Math.round(-400 * Math.cos(angle)));
  }),
  seat(0, 0),
];

/** The traditional place of every position, in the order in which the cards are laid. */
const LAYOUTS: Readonly<Record<string, readonly Seat[]>> = {
  one: [seat(0, 0)],
  three: [seat(-ACROSS, 0), seat(0, 0), seat(ACROSS, 0)],
  'celtic-cross': [
    seat(0, 0),
    seat(0, 0, 90),
    seat(0, DOWN),
    seat(-ACROSS - 36, 0),
    seat(0, -DOWN),
    seat(ACROSS + 36, 0),
    seat(310, DOWN * 1.5),
    seat(310, DOWN * 0.5),
    seat(310, -DOWN * 0.5),
    seat(310, -DOWN * 1.5),
  ],
  relationship: [
    seat(-ACROSS, 0),
    seat(ACROSS, 0),
    seat(0, 0),
    seat(-ACROSS / 2, DOWN),
    seat(ACROSS / 2, DOWN),
    seat(0, -DOWN),
  ],
  year: YEAR,
};

const ROW = 4;

/** The seats of a spread; rows of cards for one that the page does not know. */
export const seatsOf = (spread: string, count: number): readonly Seat[] =>
  LAYOUTS[spread]?.slice(0, count) ??
  Array.from({ length: count }, (_, at) => seat((at % ROW) * ACROSS, Math.floor(at / ROW) * DOWN));

/** How many cards a spread takes; none for one that the page does not know. */
export const spreadSize = (spread: string): number => LAYOUTS[spread]?.length ?? 0;
