import { hiddenStemsOf } from './branch.js';
import { lifeStage } from './life-stage.js';
import type { FourPillars } from './pillar.js';
import { TEN_GOD_NAMES, type TenGod, tenGodOf } from './ten-god.js';

/** 격국(格局): the structure of a chart, determined by its month. */
export interface Structure {
  /** A ten god for the eight inner structures, or a structure formed by the day master's own element. */
  readonly id: Exclude<TenGod, 'bigyeon' | 'geopjae'> | 'geonrok' | 'yangin' | 'wolgeop';
  readonly ko: string;
  readonly en: string;
  /** Whether the stem of the month branch that determines the structure is visible in the chart (투간). */
  readonly isRevealed: boolean;
}

const OWN_ELEMENT: Readonly<Record<'geonrok' | 'yangin' | 'wolgeop', { readonly ko: string; readonly en: string }>> = {
  geonrok: { ko: '건록격(建祿格)', en: 'Prosperity structure (建祿格)' },
  yangin: { ko: '양인격(羊刃格)', en: 'Blade structure (羊刃格)' },
  wolgeop: { ko: '월겁격(月劫格)', en: 'Month-robbery structure (月劫格)' },
};

/**
 * Determines the structure from the month (子平眞詮, 論用神). Of the stems hidden in the month branch, main stem first, the
 * first one that is also the stem of year, month or hour gives the structure by its ten god; without one, the main stem
 * does. Stems of the day master's own element give no ten-god structure: when the main stem is one, the structure is
 * 건록, 양인 (yang stems) or 월겁. Transformed and following structures (화격, 종격) are not determined. Undefined without a
 * month pillar.
 */
export function structureOf({ year, month, day, hour }: FourPillars): Structure | undefined {
  if (!month) return undefined;
  const hidden = hiddenStemsOf(month.branch, 'chinese');
  const [main = 0] = hidden;
  const visible = [year, month, hour].flatMap((pillar) => (pillar ? [pillar.stem] : []));
  if (isOwn(tenGodOf(day.stem, main))) return ownElement(day.stem, month.branch, visible.includes(main));
  const revealed = hidden.find((stem) => visible.includes(stem) && !isOwn(tenGodOf(day.stem, stem)));
  const id = tenGodOf(day.stem, revealed ?? main);
  if (id === 'bigyeon' || id === 'geopjae') return undefined;
  const { ko, en } = TEN_GOD_NAMES[id];
  return {
    id,
    ko: ko.replace('(', '격(').replace(')', '格)'),
    en: en.replace(' (', ' structure (').replace(')', '格)'),
    isRevealed: revealed !== undefined,
  };
}

const isOwn = (god: TenGod): boolean => god === 'bigyeon' || god === 'geopjae';

function ownElement(dayStem: number, monthBranch: number, isRevealed: boolean): Structure {
  const stage = lifeStage(dayStem, monthBranch);
  const isYang = dayStem % 2 === 0;
  const id = stage === 'prosperity' ? 'geonrok' : stage === 'peak' && isYang ? 'yangin' : 'wolgeop';
  return { id, ...OWN_ELEMENT[id], isRevealed };
}
