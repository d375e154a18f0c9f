import { branchAt } from '../saju/branch.js';
import { type Element, stepsBetween } from '../saju/element.js';
import { type Pillar, pairOf } from '../saju/pillar.js';
import { voidBranches } from '../saju/void-branches.js';
import { type Hexagram, hexagramOf } from './hexagram.js';
import { TRIGRAMS } from './trigram.js';

export const KIN_NAMES = {
  sibling: { ko: '형제(兄弟)', en: 'Sibling (兄弟)' },
  offspring: { ko: '자손(子孫)', en: 'Offspring (子孫)' },
  wealth: { ko: '처재(妻財)', en: 'Wealth (妻財)' },
  officer: { ko: '관귀(官鬼)', en: 'Officer (官鬼)' },
  parent: { ko: '부모(父母)', en: 'Parent (父母)' },
} as const;
export type Kin = keyof typeof KIN_NAMES;
const KIN: readonly Kin[] = ['sibling', 'offspring', 'wealth', 'officer', 'parent'];

export const LINE_SPIRIT_NAMES = {
  azureDragon: { ko: '청룡(靑龍)', en: 'Azure Dragon (靑龍)' },
  redBird: { ko: '주작(朱雀)', en: 'Red Bird (朱雀)' },
  hookSnake: { ko: '구진(勾陳)', en: 'Hook (勾陳)' },
  flyingSnake: { ko: '등사(螣蛇)', en: 'Flying Snake (螣蛇)' },
  whiteTiger: { ko: '백호(白虎)', en: 'White Tiger (白虎)' },
  blackTortoise: { ko: '현무(玄武)', en: 'Black Tortoise (玄武)' },
} as const;
export type LineSpirit = keyof typeof LINE_SPIRIT_NAMES;
const SPIRITS = Object.keys(LINE_SPIRIT_NAMES) as readonly LineSpirit[];

/** 육효(六爻) data of a hexagram. Lines are in order from the bottom. */
export interface SixLines {
  /** Palace (팔궁) of the hexagram, named by its pure trigram. */
  readonly palace: keyof typeof PALACE_ELEMENTS;
  readonly element: Element;
  /** Numbers of the self line (세) and the other line (응), 1 to 6. */
  readonly self: number;
  readonly other: number;
  readonly lines: readonly {
    readonly pillar: Pillar;
    readonly element: Element;
    readonly kin: Kin;
    /** Present only when the day of the cast is known. */
    readonly spirit?: LineSpirit;
    readonly isVoid?: boolean;
  }[];
}

const PALACE_ELEMENTS = {
  heaven: 'metal',
  lake: 'metal',
  fire: 'fire',
  thunder: 'wood',
  wind: 'wood',
  water: 'water',
  mountain: 'earth',
  earth: 'earth',
} as const satisfies Readonly<Record<string, Element>>;

/** 납갑(納甲): stem and branches of each trigram in the lower, then in the upper position (京房易傳; 卜筮正宗 卷一). */
const NAJIA: Readonly<Record<keyof typeof PALACE_ELEMENTS, readonly [below: string, above: string]>> = {
  heaven: ['甲子寅辰', '壬午申戌'],
  earth: ['乙未巳卯', '癸丑亥酉'],
  thunder: ['庚子寅辰', '庚午申戌'],
  wind: ['辛丑亥酉', '辛未巳卯'],
  water: ['戊寅辰午', '戊申戌子'],
  fire: ['己卯丑亥', '己酉未巳'],
  mountain: ['丙辰午申', '丙戌子寅'],
  lake: ['丁巳卯丑', '丁亥酉未'],
};

/** For each of the eight hexagrams of a palace: the lines that differ from the pure hexagram, and the self line. */
const MEMBERS: readonly (readonly [changed: readonly number[], self: number])[] = [
  [[], 6],
  [[1], 1],
  [[1, 2], 2],
  [[1, 2, 3], 3],
  [[1, 2, 3, 4], 4],
  [[1, 2, 3, 4, 5], 5],
  [[1, 2, 3, 5], 4],
  [[5], 3],
];

interface Membership {
  readonly palace: keyof typeof PALACE_ELEMENTS;
  readonly self: number;
}

/**
 * 팔궁: palace and self line of each hexagram, by number. A palace consists of the pure hexagram, its first to fifth
 * generations, the wandering soul (유혼) and the returning soul (귀혼).
 */
const PALACES: ReadonlyMap<number, Membership> = new Map(
  Object.entries(TRIGRAMS).flatMap(([lines, { slug }]) =>
    MEMBERS.map(([changed, self]) => {
      const pure = `${lines}${lines}`.split('');
      const member = pure.map((line, at) => (changed.includes(at + 1) ? (line === '1' ? '0' : '1') : line)).join('');
      return [hexagramOf(member).number, { palace: slug, self }] as const;
    }),
  ),
);

/**
 * Computes the 육효 data of a hexagram.
 * @param day pillar of the day of the cast; determines the six spirits (육수) and the void branches
 */
export function sixLines({ number, lower, upper }: Hexagram, day?: Pillar): SixLines {
  const { palace = 'heaven', self = 6 } = PALACES.get(number) ?? {};
  const element = PALACE_ELEMENTS[palace];
  const pillars = [...pillarsOf(NAJIA[lower.slug][0]), ...pillarsOf(NAJIA[upper.slug][1])];
  return {
    palace,
    element,
    self,
    other: self > 3 ? self - 3 : self + 3,
    lines: pillars.map((pillar, at) => {
      const own = branchAt(pillar.branch).element;
      const kin = KIN[stepsBetween(element, own)] ?? 'sibling';
      return { pillar, element: own, kin, ...(day && ofDay(day, pillar, at)) };
    }),
  };
}

const pillarsOf = (najia: string): readonly Pillar[] => {
  const [stem = '', ...branches] = najia.split('');
  return branches.flatMap((branch) => pairOf(stem, branch) ?? []);
};

/**
 * Index of the first line's spirit by the stem of the day: 甲乙 dragon, 丙丁 bird, 戊 hook, 己 snake, 庚辛 tiger, 壬癸 tortoise
 * (卜筮正宗 卷一).
 */
const FIRST_SPIRITS = [0, 0, 1, 1, 2, 3, 4, 4, 5, 5];

function ofDay(day: Pillar, { branch }: Pillar, at: number): { spirit: LineSpirit; isVoid: boolean } {
  const spirit = SPIRITS[((FIRST_SPIRITS[day.stem] ?? 0) + at) % SPIRITS.length] ?? 'azureDragon';
  return { spirit, isVoid: voidBranches(day).includes(branch) };
}
