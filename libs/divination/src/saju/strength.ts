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
  /** Of `points`: the share of the chart's weight on the day master's side. */
  readonly percent?: number;
  /** Of `support`: which of the three supports the day master has. */
  readonly support?: { readonly season: boolean; readonly root: boolean; readonly company: boolean };
}

/** Beyond these percentages the day master counts as strong (신강) or weak (신약); between them as balanced (중화). */
const MIN_STRONG_PERCENT = 55;
const MAX_WEAK_PERCENT = 45;

export const dayMasterStrength = (pillars: FourPillars, method: StrengthMethod = 'points'): DayMasterStrength =>
  method === 'support' ? bySupport(pillars) : byPoints(pillars);

/**
 * `points`: the share of the chart's weight, the day master itself left out, that is of its own element or the one that
 * begets it. A simple rule, without combinations and clashes.
 */
function byPoints(pillars: FourPillars): DayMasterStrength {
  const self = stemAt(pillars.day.stem).element;
  const others = weightsOf(pillars).filter(({ isDayMaster }) => !isDayMaster);
  const helpers = others.filter(({ element }) => [0, 4].includes(stepsBetween(self, element)));
  const percent = Math.round((100 * total(helpers)) / total(others));
  const strength = percent >= MIN_STRONG_PERCENT ? 'strong' : percent <= MAX_WEAK_PERCENT ? 'weak' : 'balanced';
  return { method: 'points', strength, percent };
}

/** Of the visible characters beside month branch, day branch and day master, so many make company (득세). */
const MIN_COMPANY = 3;
const MIN_COMPANY_WITHOUT_HOUR = 2;

/**
 * `support`: 득령(得令), the month branch is of the day master's element or begets it; 득지(得地), the day branch begets it
 * or hides its element; 득세(得勢), most other characters help. The season counts twice: three points are strong, two
 * balanced, fewer weak. (淵海子平, 論日爲主; 滴天髓, 衰旺.)
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

/** A branch stands for its main stem. */
const charactersOf = (pillar: Pillar | null): readonly number[] =>
  pillar ? [pillar.stem, mainStem(pillar.branch)] : [];
