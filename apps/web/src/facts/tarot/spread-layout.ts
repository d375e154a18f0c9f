/** Centre of a card and its rotation in degrees. A card is 100 by 172 units. */
export interface Seat {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

const seat = (x: number, y: number, turn = 0): Seat => ({ x, y, turn });

const [ACROSS, DOWN] = [124, 204];

/** Twelve months arranged as on a clock, with January at one o'clock; the theme of the year is in the middle. */
const YEAR: readonly Seat[] = [
  ...Array.from({ length: 12 }, (_, month) => {
    const angle = ((month + 1) * Math.PI) / 6;
    return seat(Math.round(400 * Math.sin(angle)), Math.round(-400 * Math.cos(angle)));
  }),
  seat(0, 0),
];

const ROW_OF_THREE: readonly Seat[] = [seat(-ACROSS, 0), seat(0, 0), seat(ACROSS, 0)];

const [CROWN, BASE, BEHIND, BEFORE] = [seat(0, -DOWN), seat(0, DOWN), seat(-ACROSS - 36, 0), seat(ACROSS + 36, 0)];
const celticCross = (...round: readonly Seat[]): readonly Seat[] => [
  seat(0, 0),
  seat(0, 0, 90),
  ...round,
  seat(310, DOWN * 1.5),
  seat(310, DOWN * 0.5),
  seat(310, -DOWN * 0.5),
  seat(310, -DOWN * 1.5),
];

/** Traditional layouts of the spreads, in the order in which the cards are laid. */
const LAYOUTS: Readonly<Record<string, readonly Seat[]>> = {
  one: [seat(0, 0)],
  three: ROW_OF_THREE,
  situation: ROW_OF_THREE,
  'mind-body-spirit': ROW_OF_THREE,
  'celtic-cross': celticCross(BASE, BEHIND, CROWN, BEFORE),
  'celtic-cross waite': celticCross(CROWN, BASE, BEHIND, BEFORE),
  relationship: [
    seat(-ACROSS, 0),
    seat(ACROSS, 0),
    seat(0, 0),
    seat(-ACROSS / 2, DOWN),
    seat(ACROSS / 2, DOWN),
    seat(0, -DOWN),
  ],
  choice: [seat(0, DOWN), seat(-ACROSS, 0), seat(-ACROSS, -DOWN), seat(ACROSS, 0), seat(ACROSS, -DOWN)],
  cross: [seat(0, 0), seat(-ACROSS, 0), seat(ACROSS, 0), seat(0, DOWN), seat(0, -DOWN)],
  horseshoe: [
    seat(-312, 250),
    seat(-250, 40),
    seat(-132, -120),
    seat(0, -190),
    seat(132, -120),
    seat(250, 40),
    seat(312, 250),
  ],
  year: YEAR,
};

const ROW = 4;

/** Positions of a spread's cards; rows for unknown spreads. */
export const seatsOf = (spread: string, order: string, count: number): readonly Seat[] =>
  (LAYOUTS[`${spread} ${order}`] ?? LAYOUTS[spread])?.slice(0, count) ??
  Array.from({ length: count }, (_, at) => seat((at % ROW) * ACROSS, Math.floor(at / ROW) * DOWN));

const SIZES: Readonly<Record<string, number>> = { week: 7 };

/** Number of cards of a spread; 0 for unknown spreads. */
export const spreadSize = (spread: string): number => SIZES[spread] ?? LAYOUTS[spread]?.length ?? 0;
