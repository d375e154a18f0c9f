import type { Element } from './element.js';

/** One of the ten heavenly stems (천간); those with an odd index are yin. */
export interface Stem {
  /** Slug as used in the ids of the built-in knowledge files: `saju:stem-gap`, `daymaster:gap`. */
  readonly slug: string;
  readonly hanja: string;
  readonly hangul: string;
  readonly element: Element;
  readonly polarity: 'yang' | 'yin';
  readonly names: { readonly ko: string; readonly en: string };
}

const ROWS = [
  ['gap', '甲', '갑', 'wood', '갑목(甲木)', 'Gap (甲), Yang Wood'],
  ['eul', '乙', '을', 'wood', '을목(乙木)', 'Eul (乙), Yin Wood'],
  ['byeong', '丙', '병', 'fire', '병화(丙火)', 'Byeong (丙), Yang Fire'],
  ['jeong', '丁', '정', 'fire', '정화(丁火)', 'Jeong (丁), Yin Fire'],
  ['mu', '戊', '무', 'earth', '무토(戊土)', 'Mu (戊), Yang Earth'],
  ['gi', '己', '기', 'earth', '기토(己土)', 'Gi (己), Yin Earth'],
  ['gyeong', '庚', '경', 'metal', '경금(庚金)', 'Gyeong (庚), Yang Metal'],
  ['sin', '辛', '신', 'metal', '신금(辛金)', 'Sin (辛), Yin Metal'],
  ['im', '壬', '임', 'water', '임수(壬水)', 'Im (壬), Yang Water'],
  ['gye', '癸', '계', 'water', '계수(癸水)', 'Gye (癸), Yin Water'],
] as const;

export const STEMS: readonly Stem[] = ROWS.map(([slug, hanja, hangul, element, ko, en], index) => ({
  slug,
  hanja,
  hangul,
  element,
  polarity: index % 2 === 0 ? 'yang' : 'yin',
  names: { ko, en },
}));

/** @throws RangeError for an index out of range; indices come from arithmetic, never from input. */
export function stemAt(index: number): Stem {
  const stem = STEMS[index];
  if (!stem) throw new RangeError(`no heavenly stem at ${index}`);
  return stem;
}
