import { mainStem } from './branch.js';
import { stepsBetween } from './element.js';
import { stemAt } from './stem.js';

/** What a stem is to the day master. In pairs: like polarity first, unlike second. */
export const TEN_GODS = [
  'bigyeon',
  'geopjae',
  'siksin',
  'sanggwan',
  'pyeonjae',
  'jeongjae',
  'pyeongwan',
  'jeonggwan',
  'pyeonin',
  'jeongin',
] as const;
export type TenGod = (typeof TEN_GODS)[number];

export const TEN_GOD_NAMES: Readonly<Record<TenGod, { readonly ko: string; readonly en: string }>> = {
  bigyeon: { ko: '비견(比肩)', en: 'Companion (比肩)' },
  geopjae: { ko: '겁재(劫財)', en: 'Rob Wealth (劫財)' },
  siksin: { ko: '식신(食神)', en: 'Eating God (食神)' },
  sanggwan: { ko: '상관(傷官)', en: 'Hurting Officer (傷官)' },
  pyeonjae: { ko: '편재(偏財)', en: 'Indirect Wealth (偏財)' },
  jeongjae: { ko: '정재(正財)', en: 'Direct Wealth (正財)' },
  pyeongwan: { ko: '편관(偏官)', en: 'Seven Killings (偏官)' },
  jeonggwan: { ko: '정관(正官)', en: 'Direct Officer (正官)' },
  pyeonin: { ko: '편인(偏印)', en: 'Indirect Resource (偏印)' },
  jeongin: { ko: '정인(正印)', en: 'Direct Resource (正印)' },
};

/**
 * Same element: companions; what the day master begets: output; what it controls: wealth; what controls it: officers;
 * what begets it: resource. Like polarity gives the first of each pair.
 */
export function tenGodOf(dayMaster: number, stem: number): TenGod {
  const self = stemAt(dayMaster);
  const other = stemAt(stem);
  const pair = stepsBetween(self.element, other.element) * 2;
  return TEN_GODS[pair + (self.polarity === other.polarity ? 0 : 1)] ?? 'bigyeon';
}

/** A branch stands for its main stem. */
export const tenGodOfBranch = (dayMaster: number, branch: number): TenGod => tenGodOf(dayMaster, mainStem(branch));
