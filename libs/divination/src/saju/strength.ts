import { stepsBetween } from './element.js';
import { total, weightsOf } from './element-balance.js';
import type { FourPillars } from './pillar.js';
import { stemAt } from './stem.js';

export type Strength = 'strong' | 'weak' | 'balanced';

/** Beyond these percentages the day master counts as strong (신강) or weak (신약); between them as balanced (중화). */
const STRONG_FROM = 55;
const WEAK_TO = 45;

/**
 * Share of the chart's weight, the day master itself left out, that stands on its side: its own element and the one
 * that begets it. A simple rule, without combinations and clashes; the percentage is given so that nobody need trust
 * the word alone.
 */
export function dayMasterStrength(pillars: FourPillars): { readonly strength: Strength; readonly percent: number } {
  const self = stemAt(pillars.day.stem).element;
  const others = weightsOf(pillars).filter(({ isDayMaster }) => !isDayMaster);
  const helpers = others.filter(({ element }) => [0, 4].includes(stepsBetween(self, element)));
  const percent = Math.round((100 * total(helpers)) / total(others));
  return { strength: percent >= STRONG_FROM ? 'strong' : percent <= WEAK_TO ? 'weak' : 'balanced', percent };
}
