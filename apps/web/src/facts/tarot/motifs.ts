const circle = (x: number, y: number, radius: number): string =>
  `M${x + radius} ${y}A${radius} ${radius} 0 1 1 ${x - radius} ${y}A${radius} ${radius} 0 1 1 ${x + radius} ${y}`;

/** Evenly spaced rays from radius `from` to radius `to`. */
const rays = (count: number, from: number, to: number): string =>
  Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count;
    const point = (radius: number) =>
      `${(20 + radius * Math.sin(angle)).toFixed(1)} ${(20 - radius * Math.cos(angle)).toFixed(1)}`;
    return `M${point(from)}L${point(to)}`;
  }).join('');

/** A star with points at radius `outer` and notches at radius `inner`. */
const star = (points: number, outer: number, inner: number): string =>
  `M${Array.from({ length: points * 2 }, (_, at) => {
    const angle = (Math.PI * at) / points;
    const radius = at % 2 === 0 ? outer : inner;
    return `${(20 + radius * Math.sin(angle)).toFixed(1)} ${(20 - radius * Math.cos(angle)).toFixed(1)}`;
  }).join('L')}Z`;

/** Line drawings in a box of 40 by 40 units, from which the pictures of the cards are composed. */
export const MOTIFS = {
  wand: 'M20 38V6M20 6C16 4 16 0 20-1C24 0 24 4 20 6M20 14C26 13 27 9 26 8C22 8 20 10 20 14M20 22C14 21 13 17 14 16C18 16 20 18 20 22',
  cup: 'M8 6H32C32 18 27 23 20 23C13 23 8 18 8 6ZM20 23V33M12 36C12 34 15 33 20 33C25 33 28 34 28 36ZM8 10H32',
  sword: 'M20 0L23 5V26H17V5ZM20 5V26M10 26H30V29H10ZM18 29V36H22V29M20 38.5A1.5 1.5 0 1 1 20 36.5',
  pentacle: `${circle(20, 20, 16)}${star(5, 14, 5.4)}`,
  sun: `${circle(20, 20, 9)}${rays(16, 11.5, 18)}`,
  moon: 'M25 4A17 17 0 1 0 25 36A13 13 0 0 1 25 4Z',
  star: star(8, 18, 6),
  spark: star(4, 10, 2.5),
  cloud: 'M6 28C1 28 1 20 7 20C7 12 18 11 20 17C24 12 33 15 32 21C38 21 38 28 33 28Z',
  peaks: 'M-6 36L8 12L16 24L26 6L46 36M8 12L11 20L14 21M26 6L29 15L33 17',
  cliff: 'M-4 40L4 24L26 22L40 26L34 32L37 40M4 24L10 30M26 22L24 30',
  waves: 'M0 14Q5 9 10 14T20 14T30 14T40 14M0 21Q5 16 10 21T20 21T30 21T40 21M0 28Q5 23 10 28T20 28T30 28T40 28',
  pillar: 'M12 4H28V8H12ZM14 8V34M26 8V34M18 8V34M22 8V34M11 34H29V39H11Z',
  throne: 'M6 40V2L10 6H30L34 2V40M6 24H34M10 24V40M30 24V40',
  crown: 'M10 20V10L15 14L20 6L25 14L30 10V20Z',
  mitre: 'M13 20V12L20 2L27 12V20ZM20 2V20M15 13H25',
  person: `M20 12C14 13 12 17 11 22L6 30L10 32L14 25L10 40H30L26 25L30 32L34 30L29 22C28 17 26 13 20 12ZM14 25L16 21M26 25L24 21M15 33H25${circle(20, 7, 5)}M18 7V6.8M22 7V6.8`,
  nude: `${circle(20, 6, 4)}M20 10V24M20 24L14 40M20 24L26 40M10 20L20 13L30 20`,
  wings:
    'M20 16C14 4 4 4-4 8C0 10 0 13-2 14C2 15 3 18 2 20C8 20 14 22 20 26C26 22 32 20 38 20C37 18 38 15 42 14C40 13 40 10 44 8C36 4 26 4 20 16Z',
  infinity: 'M20 20C15 12 5 12 5 20C5 28 15 28 20 20C25 12 35 12 35 20C35 28 25 28 20 20Z',
  rose: `${circle(20, 18, 3)}M20 9C26 9 30 14 29 20C27 27 13 27 11 20C10 14 14 9 20 9ZM20 25V38M20 32C24 32 26 30 27 27`,
  lantern: `M14 14H26L29 30H11ZM16 14L20 6L24 14M20 3V6M11 33H29M11 30V33M29 30V33${circle(20, 22, 3)}`,
  staff: 'M20 0V40M20 3C24 0 27 4 24 7',
  wheel: `${circle(20, 20, 18)}${circle(20, 20, 11)}${circle(20, 20, 3)}${rays(8, 3, 18)}`,
  scales: 'M20 2V36M12 38H28M4 8H36M4 8L-1 22H9ZM36 8L31 22H41Z',
  gallows: 'M4 40V2H36V40M4 2C8 0 12 4 16 2M20 2V9',
  skull: `M20 4C8 4 6 14 9 22L14 25V33H26V25L31 22C34 14 32 4 20 4Z${circle(14, 16, 3)}${circle(26, 16, 3)}M20 21V25M18 29V33M22 29V33`,
  scythe: 'M6 40L24 2C34 4 40 12 40 20C36 13 30 10 21 9',
  tower: 'M10 40L12 8H28L30 40M10 8V2H14V5H18V2H22V5H26V2H30V8ZM18 18H22V24H18ZM18 30H22V36H18Z',
  lightning: 'M26-2L12 18H20L12 38L32 14H23L32-2Z',
  horns: 'M8 2C2 10 8 18 14 18M32 2C38 10 32 18 26 18',
  chain: `${circle(8, 20, 5)}${circle(17, 20, 5)}${circle(26, 20, 5)}${circle(35, 20, 5)}`,
  chariot: `M4 22H36V34H4ZM4 22L2 2M36 22L38 2M0 2Q20-4 40 2Z${circle(7, 35, 5)}${circle(33, 35, 5)}`,
  lion: `${circle(18, 18, 9)}${circle(18, 18, 14)}M15 17V16M21 17V16M18 19L16 22H20ZM30 26C38 28 40 38 36 40M8 30V40M16 32V40M26 30V40`,
  dog: 'M4 40C4 26 10 22 16 22L18 12L22 16L28 18C28 22 24 23 22 24C24 30 22 36 24 40M16 22L14 14',
  horse:
    'M4 23C0 24 0 30 1 35M4 40V24C4 19 8 18 12 18H21L28 6L30 1L32 5L39 13L36 16L32 14L30 23V40M10 40V30H24V40M31 9V8',
  horn: 'M0 16L26 12C32 10 36 6 40 2V30C36 26 32 22 26 20L0 16M8 16V28H16V14',
  wreath:
    'M20 0C34 0 38 12 38 20C38 28 34 40 20 40C6 40 2 28 2 20C2 12 6 0 20 0ZM20 5C30 5 33 13 33 20C33 27 30 35 20 35C10 35 7 27 7 20C7 13 10 5 20 5Z',
  keys: `${circle(10, 8, 5)}${circle(30, 8, 5)}M13 12L32 36M27 12L8 36M28 34L32 30M12 34L8 30`,
  table: 'M0 14H40V18H0ZM5 18V36M35 18V36',
  wheat:
    'M20 40V10M20 10C16 8 16 4 20 0C24 4 24 8 20 10M20 18C14 18 12 14 13 10C18 11 20 14 20 18M20 18C26 18 28 14 27 10C22 11 20 14 20 18M20 26C14 26 12 22 13 18M20 26C26 26 28 22 27 18',
  tree: 'M20 40V20M20 24L12 16M20 28L28 20M20 22C6 22 6 4 20 4C34 4 34 22 20 22Z',
  coffin: 'M6 24H34L38 40H2Z',
  heart: 'M20 36C2 24 4 8 13 8C17 8 20 12 20 14C20 12 23 8 27 8C36 8 38 24 20 36Z',
  bundle: 'M6 34L34 6M30 6C30 0 40 0 40 6C40 12 32 12 30 6Z',
  veil: 'M0 2Q20 10 40 2V40M0 2V40M8 5V40M32 5V40',
  jug: 'M14 4H26M16 4C16 10 10 14 10 22C10 32 30 32 30 22C30 14 24 10 24 4M30 18C38 14 38 26 29 26',
  crayfish:
    'M20 40V26M14 24C8 20 8 12 14 12C12 16 16 18 18 18M26 24C32 20 32 12 26 12C28 16 24 18 22 18M20 26C14 26 14 18 20 18C26 18 26 26 20 26M12 32L20 30L28 32M12 38L20 36L28 38',
  wall: 'M0 20H40V34H0ZM0 27H40M10 20V27M22 20V27M34 20V27M4 27V34M16 27V34M28 27V34',
} as const;

export type Motif = keyof typeof MOTIFS;
