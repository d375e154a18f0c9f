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

/** 육효(六爻) of a hexagram, lines from the bottom. */
export interface SixLines {
  /** The pure trigram of the palace (팔궁) the hexagram belongs to. */
  readonly palace: keyof typeof PALACE_ELEMENTS;
  readonly element: Element;
  /** Line of the self (세) and of the other (응), 1 to 6. */
  readonly self: number;
  readonly other: number;
  readonly lines: readonly {
    readonly pillar: Pillar;
    readonly element: Element;
    readonly kin: Kin;
    /** Of the day, where it is known. */
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

/** 납갑(納甲): stem and branches of each trigram below, then above (京房易傳; 卜筮正宗 卷一). */
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

/** Lines that change from the pure hexagram of a palace to its eight members, and the self line of each. */
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

/** 팔궁: each of the eight pure hexagrams, its first to fifth generation, the wandering and the returning soul. */
const PALACES: ReadonlyMap<number, Membership> = new Map(
  Object.entries(TRIGRAMS).flatMap(([lines, { slug }]) =>
    MEMBERS.map(([changed, self]) => {
      const pure = `${lines}${lines}`.split('');
      const member = pure.map((line, at) => (changed.includes(at + 1) ? (line === '1' ? '0' : '1') : line)).join('');
      return [hexagramOf(member).number, { palace: slug, self }] as const;
    }),
  ),
);

/** @param day of the cast; decides the six spirits (육수) and the void branches */
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

/** First spirit by the day's stem: 甲乙 dragon, 丙丁 bird, 戊 hook, 己 snake, 庚辛 tiger, 壬癸 tortoise (卜筮正宗 卷一). */
const FIRST_SPIRITS = [0, 0, 1, 1, 2, 3, 4, 4, 5, 5];

function ofDay(day: Pillar, { branch }: Pillar, at: number): { spirit: LineSpirit; isVoid: boolean } {
  const spirit = SPIRITS[((FIRST_SPIRITS[day.stem] ?? 0) + at) % SPIRITS.length] ?? 'azureDragon';
  return { spirit, isVoid: voidBranches(day).includes(branch) };
}
