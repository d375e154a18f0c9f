import { branchAt } from './branch.js';
import { ELEMENTS, type Element } from './element.js';
import { type FourPillars, PILLAR_NAMES, type PillarName } from './pillar.js';
import { stemAt } from './stem.js';

/**
 * Weight of each position of the chart, by the commonly taught scheme of a hundred points without the day master:
 * thirty for the month branch, which is the season, fifteen each for the branches of day and hour, ten for every other
 * character.
 */
const STEM_WEIGHT = 10;
const BRANCH_WEIGHT: Readonly<Record<PillarName, number>> = { year: 10, month: 30, day: 15, hour: 15 };

export type ElementAmounts = Readonly<Record<Element, number>>;

export interface Weight {
  readonly element: Element;
  readonly weight: number;
  /** Whether the character is the day master itself, which does not count towards its own strength. */
  readonly isDayMaster: boolean;
}

/**
 * Weights of all characters of the chart. The weight of a branch is divided among its hidden stems in proportion to
 * their days.
 */
export function weightsOf(pillars: FourPillars): readonly Weight[] {
  return PILLAR_NAMES.flatMap((name) => {
    const pillar = pillars[name];
    if (!pillar) return [];
    const stem = { element: stemAt(pillar.stem).element, weight: STEM_WEIGHT, isDayMaster: name === 'day' };
    const hidden = branchAt(pillar.branch).hidden.map(({ stem: index, days }) => ({
      element: stemAt(index).element,
      weight: (BRANCH_WEIGHT[name] * days) / 30,
      isDayMaster: false,
    }));
    return [stem, ...hidden];
  });
}

/** Number of visible characters (eight, or six without the hour) of each element. Hidden stems are not counted. */
export function elementCounts(pillars: FourPillars): ElementAmounts {
  const visible = PILLAR_NAMES.flatMap((name) => {
    const pillar = pillars[name];
    return pillar ? [stemAt(pillar.stem).element, branchAt(pillar.branch).element] : [];
  });
  return amounts((element) => visible.filter((each) => each === element).length);
}

/**
 * Percentage of each element in the total weight, hidden stems and season included. The sum is 100 except for rounding.
 */
export function elementShares(pillars: FourPillars): ElementAmounts {
  const weights = weightsOf(pillars);
  const whole = total(weights);
  return amounts((of) => Math.round((100 * total(weights.filter(({ element }) => element === of))) / whole));
}

const amounts = (amount: (element: Element) => number): ElementAmounts => ({
  wood: amount('wood'),
  fire: amount('fire'),
  earth: amount('earth'),
  metal: amount('metal'),
  water: amount('water'),
});

export const total = (weights: readonly Weight[]): number => weights.reduce((sum, { weight }) => sum + weight, 0);

/** Elements that no visible character has. */
export const lackingElements = (counts: ElementAmounts): readonly Element[] =>
  ELEMENTS.filter((element) => counts[element] === 0);

/** Elements of at least half of the visible characters. */
export function excessElements(counts: ElementAmounts): readonly Element[] {
  const all = ELEMENTS.reduce((sum, element) => sum + counts[element], 0);
  return ELEMENTS.filter((element) => all > 0 && counts[element] * 2 >= all);
}
