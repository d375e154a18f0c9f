import type { HiddenStemTable } from '../birth/conventions.js';
import type { Element } from './element.js';

/** A hidden stem of a branch, and how many of the branch's thirty days it governs. */
export interface HiddenStem {
  /** Index among the ten stems, 0–9. */
  readonly stem: number;
  readonly days: number;
}

/** One of the twelve earthly branches (지지). */
export interface Branch {
  readonly slug: string;
  readonly hanja: string;
  readonly hangul: string;
  readonly animal: { readonly ko: string; readonly en: string };
  /** Element of the main stem. */
  readonly element: Element;
  /**
   * 월률분야(月律分野), the division of the month in Korean practice. Order: the stem that remains from the previous season,
   * the middle stem, the main stem. The days of a branch add up to thirty.
   */
  readonly hidden: readonly HiddenStem[];
}

/**
 * 人元, the hidden stems of the Chinese tradition (淵海子平, 地支藏遁歌), the main stem first. In contrast to 월률분야, 子, 卯 and 酉
 * have one stem each, and 亥 has no 戊.
 */
const CHINESE_HIDDEN: readonly (readonly number[])[] = [
  [9],
  [5, 9, 7],
  [0, 2, 4],
  [1],
  [4, 1, 9],
  [2, 6, 4],
  [3, 5],
  [5, 3, 1],
  [6, 8, 4],
  [7],
  [4, 7, 3],
  [8, 0],
];

/** Indices of the hidden stems of a branch in a table, in the order of that table. */
export const hiddenStemsOf = (branch: number, table: HiddenStemTable): readonly number[] =>
  table === 'chinese' ? (CHINESE_HIDDEN[branch] ?? []) : branchAt(branch).hidden.map(({ stem }) => stem);

type Row = readonly [string, string, string, string, string, Element, ...(readonly [number, number])[]];

const ROWS: readonly Row[] = [
  ['ja', '子', '자', '쥐', 'Rat', 'water', [8, 10], [9, 20]],
  ['chuk', '丑', '축', '소', 'Ox', 'earth', [9, 9], [7, 3], [5, 18]],
  ['in', '寅', '인', '호랑이', 'Tiger', 'wood', [4, 7], [2, 7], [0, 16]],
  ['myo', '卯', '묘', '토끼', 'Rabbit', 'wood', [0, 10], [1, 20]],
  ['jin', '辰', '진', '용', 'Dragon', 'earth', [1, 9], [9, 3], [4, 18]],
  ['sa', '巳', '사', '뱀', 'Snake', 'fire', [4, 7], [6, 7], [2, 16]],
  ['o', '午', '오', '말', 'Horse', 'fire', [2, 10], [5, 9], [3, 11]],
  ['mi', '未', '미', '양', 'Goat', 'earth', [3, 9], [1, 3], [5, 18]],
  ['sin', '申', '신', '원숭이', 'Monkey', 'metal', [4, 7], [8, 7], [6, 16]],
  ['yu', '酉', '유', '닭', 'Rooster', 'metal', [6, 10], [7, 20]],
  ['sul', '戌', '술', '개', 'Dog', 'earth', [7, 9], [3, 3], [4, 18]],
  ['hae', '亥', '해', '돼지', 'Pig', 'water', [4, 7], [0, 7], [8, 16]],
];

export const BRANCHES: readonly Branch[] = ROWS.map(([slug, hanja, hangul, ko, en, element, ...hidden]) => ({
  slug,
  hanja,
  hangul,
  animal: { ko, en },
  element,
  hidden: hidden.map(([stem, days]) => ({ stem, days })),
}));

/** @throws RangeError for an index out of range; indices come from arithmetic, never from input. */
export function branchAt(index: number): Branch {
  const branch = BRANCHES[index];
  if (!branch) throw new RangeError(`no earthly branch at ${index}`);
  return branch;
}

/** Index of the main stem: the last hidden stem of 월률분야. It determines the element and the ten god of a branch. */
export const mainStem = (branch: number): number => branchAt(branch).hidden.at(-1)?.stem ?? 0;
