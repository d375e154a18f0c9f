import type { Body } from './body.js';
import { SIGNS, type Sign } from './zodiac.js';

export const DIGNITY_NAMES = {
  domicile: { ko: '자기 자리(룰러십)', en: 'domicile' },
  exaltation: { ko: '고양(엑절테이션)', en: 'exaltation' },
  detriment: { ko: '손상(데트리먼트)', en: 'detriment' },
  fall: { ko: '추락(폴)', en: 'fall' },
} as const;
export type Dignity = keyof typeof DIGNITY_NAMES;

interface Seats {
  readonly domicile: readonly Sign[];
  readonly exaltation: Sign;
}

/**
 * Domiciles and exaltations of the seven visible planets: Ptolemy, Tetrabiblos I.17 (houses) and I.19 (exaltations).
 */
const SEATS: Readonly<Partial<Record<Body, Seats>>> = {
  sun: { domicile: ['leo'], exaltation: 'aries' },
  moon: { domicile: ['cancer'], exaltation: 'taurus' },
  mercury: { domicile: ['gemini', 'virgo'], exaltation: 'virgo' },
  venus: { domicile: ['taurus', 'libra'], exaltation: 'pisces' },
  mars: { domicile: ['aries', 'scorpio'], exaltation: 'capricorn' },
  jupiter: { domicile: ['sagittarius', 'pisces'], exaltation: 'cancer' },
  saturn: { domicile: ['capricorn', 'aquarius'], exaltation: 'libra' },
};

const facing = (sign: Sign): Sign => SIGNS[(SIGNS.indexOf(sign) + 6) % 12] ?? sign;

/**
 * The essential dignities of a body in a sign, strongest first. Mercury in Virgo has two; the modern planets have none.
 */
export function dignitiesOf(body: Body, sign: Sign): readonly Dignity[] {
  const seats = SEATS[body];
  if (!seats) return [];
  const holds: Readonly<Record<Dignity, boolean>> = {
    domicile: seats.domicile.includes(sign),
    exaltation: seats.exaltation === sign,
    detriment: seats.domicile.map(facing).includes(sign),
    fall: facing(seats.exaltation) === sign,
  };
  return (Object.keys(holds) as Dignity[]).filter((dignity) => holds[dignity]);
}
