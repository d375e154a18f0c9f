import type { Locale } from '../../server/catalogue.js';

export const ELEMENTS = ['wood', 'fire', 'earth', 'metal', 'water'] as const;
export type Element = (typeof ELEMENTS)[number];

const STEMS = '甲乙丙丁戊己庚辛壬癸'.split('');
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'.split('');
const HANGUL = '갑을병정무기경신임계자축인묘진사오미신유술해'.split('');
const BRANCH_ELEMENTS: readonly Element[] = [
  ...(['water', 'earth', 'wood', 'wood', 'earth', 'fire'] as const),
  ...(['fire', 'earth', 'metal', 'metal', 'earth', 'water'] as const),
];

/** The element of a stem or branch; undefined for any other text. */
export function elementOf(character: string): Element | undefined {
  const stem = STEMS.indexOf(character);
  return stem >= 0 ? ELEMENTS[Math.floor(stem / 2)] : BRANCH_ELEMENTS[BRANCHES.indexOf(character)];
}

const ROMAN = 'Gap Eul Byeong Jeong Mu Gi Gyeong Sin Im Gye Ja Chuk In Myo Jin Sa O Mi Sin Yu Sul Hae'.split(' ');

/** How a stem or branch is read in Korean, in the letters of the language; empty for any other text. */
export const readingOf = (character: string, locale: Locale): string =>
  (locale === 'ko' ? HANGUL : ROMAN)[[...STEMS, ...BRANCHES].indexOf(character)] ?? '';

/** How several characters are read, `오묘` or `O–Myo`; empty if one of them is neither a stem nor a branch. */
export function readingsOf(characters: string, locale: Locale): string {
  const readings = characters.split('').map((character) => readingOf(character, locale));
  return readings.every(Boolean) ? readings.join(locale === 'ko' ? '' : '–') : '';
}

/** The pillar of the year `years` after a given year's pillar; a pillar has two characters. */
export function pillarAfter(pillar: string, years: number): string {
  const [stem = '', branch = ''] = pillar;
  const at = (names: readonly string[], name: string) => {
    const length = names.length;
    return names[(((names.indexOf(name) + years) % length) + length) % length] ?? '';
  };
  return at(STEMS, stem) + at(BRANCHES, branch);
}

/** The calendar year in which the solar year with this pillar begins: `year`, or the previous one before February. */
export function yearOfPillar(pillar: string, year: number): number {
  const cycle = pillarAfter('甲子', year - 4);
  return cycle === pillar ? year : year - 1;
}
