import { ELEMENTS, type Element, stepsBetween } from './element.js';
import { weightsOf } from './element-balance.js';
import type { FourPillars } from './pillar.js';
import { STEMS, stemAt } from './stem.js';
import type { DayMasterStrength } from './strength.js';

/** 용신(用神) by one method: the useful element, the element that generates it (희신) and the one that controls it (기신). */
export interface UsefulElement {
  readonly method: 'balance' | 'climate';
  readonly useful: Element;
  readonly favourable: Element;
  readonly unfavourable: Element;
  /** Only with the method `climate`: the stems that the table names, most needed first. */
  readonly stems?: readonly number[];
}

const elementAfter = (from: Element, steps: number): Element =>
  ELEMENTS[(ELEMENTS.indexOf(from) + steps) % ELEMENTS.length] ?? from;

/** 희신 generates the useful element, 기신 controls it. */
const around = (useful: Element): Pick<UsefulElement, 'useful' | 'favourable' | 'unfavourable'> => ({
  useful,
  favourable: elementAfter(useful, 4),
  unfavourable: elementAfter(useful, 3),
});

/**
 * 억부(抑扶): a strong day master needs a restraining element, a weak one a supporting element, chosen by the group with
 * the most weight in the chart. Strong by companions: officers; strong by resource: wealth. Weak by output or officers:
 * resource; weak by wealth: companions. Undefined for a balanced chart, which the method does not cover. (滴天髓闡微;
 * 子平眞詮評註, 論用神.)
 */
export function balanceElement(
  pillars: FourPillars,
  { strength }: Pick<DayMasterStrength, 'strength'>,
): UsefulElement | undefined {
  if (strength === 'balanced') return undefined;
  const self = stemAt(pillars.day.stem).element;
  const weights = [0, 1, 2, 3, 4].map((steps) =>
    weightsOf(pillars)
      .filter(({ element, isDayMaster }) => !isDayMaster && stepsBetween(self, element) === steps)
      .reduce((sum, { weight }) => sum + weight, 0),
  );
  const [own = 0, output = 0, wealth = 0, officers = 0, resource = 0] = weights;
  const steps = strength === 'strong' ? (own >= resource ? 3 : 2) : wealth > Math.max(output, officers) ? 0 : 4;
  return { method: 'balance', ...around(elementAfter(self, steps)) };
}

/**
 * 조후(調候) by the tables of 窮通寶鑑 as commonly printed: the stems that temper a day master born in a month, most needed
 * first. One line for each day stem (甲 to 癸), one word for each month (寅 to 丑).
 */
const CLIMATE: readonly string[] = [
  '丙癸 庚丙丁戊己 庚丁壬 癸丁庚 癸丁庚 癸丁庚 庚丁壬 庚丁丙 庚甲丁壬癸 庚丁丙戊 丁庚丙 丁庚丙',
  '丙癸 丙癸 癸丙戊 癸 癸丙 癸丙 丙癸己 癸丙丁 癸辛 丙戊 丙 丙',
  '壬庚 壬己 壬甲 壬庚癸 壬庚 壬庚 壬戊 壬癸 甲壬 甲戊庚壬 壬戊己 壬甲',
  '甲庚 庚甲 甲庚 甲庚 壬庚癸 甲壬庚 甲庚丙戊 甲庚丙戊 甲庚戊 甲庚 甲庚 甲庚',
  '丙甲癸 丙甲癸 甲丙癸 甲丙癸 壬甲丙 癸丙甲 丙癸甲 丙癸 甲丙癸 甲丙 丙甲 丙甲',
  '丙庚甲 甲癸丙 丙癸甲 癸丙 癸丙 癸丙 丙癸 丙癸 甲丙癸 丙甲戊 丙甲戊 丙甲戊',
  '戊甲壬丙丁 丁甲庚丙 甲丁壬癸 壬戊丙丁 壬癸 丁甲 丁甲 丁甲丙 甲壬 丁丙 丁甲丙 丙丁甲',
  '己壬庚 壬甲 壬甲 壬甲癸 壬己癸 壬庚甲 壬甲戊 壬甲 壬甲 壬丙 丙戊壬甲 丙壬戊己',
  '庚丙戊 戊辛庚 甲庚 壬辛庚癸 癸庚辛 辛甲 戊丁 甲庚 甲丙 戊丙庚 戊丙 丙丁甲',
  '辛丙 庚辛 丙辛甲 辛 庚辛壬癸 庚辛壬癸 丁 辛丙 辛甲壬癸 庚辛戊丁 丙辛 丙丁',
];

/** The useful element by climate; undefined without a month pillar. */
export function climateElement({ day, month }: FourPillars): UsefulElement | undefined {
  if (!month) return undefined;
  const named = CLIMATE[day.stem]?.split(' ')[(month.branch + 10) % 12] ?? '';
  const stems = named.split('').map((hanja) => STEMS.findIndex((stem) => stem.hanja === hanja));
  const [first] = stems;
  if (first === undefined) return undefined;
  return { method: 'climate', ...around(stemAt(first).element), stems };
}
