import type { StrengthMethod } from '../birth/conventions.js';
import { hiddenStemsOf, mainStem } from './branch.js';
import { stepsBetween } from './element.js';
import { total, weightsOf } from './element-balance.js';
import type { FourPillars, Pillar } from './pillar.js';
import { stemAt } from './stem.js';

export type Strength = 'strong' | 'weak' | 'balanced';

export interface DayMasterStrength {
  readonly method: StrengthMethod;
  readonly strength: Strength;
  /** Only with the method `points`: the share of the chart's weight on the day master's side. */
  readonly percent?: number;
  /** Only with the method `support`: which of the three supports the day master has. */
  readonly support?: { readonly season: boolean; readonly root: boolean; readonly company: boolean };
}

/**
 * Minimum percentage of a strong (신강) and maximum percentage of a weak (신약) day master; between them it is balanced
 * (중화).
 */
const MIN_STRONG_PERCENT = 55;
const MAX_WEAK_PERCENT = 45;

export const dayMasterStrength = (pillars: FourPillars, method: StrengthMethod = 'points'): DayMasterStrength =>
  method === 'support' ? bySupport(pillars) : byPoints(pillars);

/**
 * Method `points`: the share of the chart's weight, without the day master, that has the day master's element or the
 * element that generates it. A simple rule that ignores combinations and clashes.
 */
function byPoints(pillars: FourPillars): DayMasterStrength {
  const self = stemAt(pillars.day.stem).element;
  const others = weightsOf(pillars).filter(({ isDayMaster }) => !isDayMaster);
  const helpers = others.filter(({ element }) => [0, 4].includes(stepsBetween(self, element)));
  const percent = Math.round((100 * total(helpers)) / total(others));
  const strength = percent >= MIN_STRONG_PERCENT ? 'strong' : percent <= MAX_WEAK_PERCENT ? 'weak' : 'balanced';
  return { method: 'points', strength, percent };
}

/**
 * Minimum number of supporting characters for 득세, among the visible characters other than month branch, day branch and
 * day master.
 */
const MIN_COMPANY = 3;
const MIN_COMPANY_WITHOUT_HOUR = 2;

/**
 * Method `support` (淵海子平, 論日爲主; 滴天髓, 衰旺):
 * - 득령(得令), two points: the month branch has the day master's element or the element that generates it;
 * - 득지(得地), one point: the same holds for the day branch, or a stem hidden in it has the day master's element;
 * - 득세(得勢), one point: most other characters support the day master.
 * Three points or more are strong, two balanced, fewer weak.
 */
function bySupport(pillars: FourPillars): DayMasterStrength {
  const { year, month, day, hour } = pillars;
  const self = stemAt(day.stem).element;
  const helps = (stem: number) => [0, 4].includes(stepsBetween(self, stemAt(stem).element));
  const season = month !== null && helps(mainStem(month.branch));
  const root =
    helps(mainStem(day.branch)) || hiddenStemsOf(day.branch, 'chinese').some((stem) => stemAt(stem).element === self);
  const visible = [year, hour].flatMap((pillar) => charactersOf(pillar)).concat(month ? [month.stem] : []);
  const company = visible.filter(helps).length >= (hour ? MIN_COMPANY : MIN_COMPANY_WITHOUT_HOUR);
  const score = (season ? 2 : 0) + (root ? 1 : 0) + (company ? 1 : 0);
  const strength = score >= 3 ? 'strong' : score === 2 ? 'balanced' : 'weak';
  return { method: 'support', strength, support: { season, root, company } };
}

/** Stems of the visible characters of a pillar; the branch is represented by its main stem. */
const charactersOf = (pillar: Pillar | null): readonly number[] =>
  pillar ? [pillar.stem, mainStem(pillar.branch)] : [];
