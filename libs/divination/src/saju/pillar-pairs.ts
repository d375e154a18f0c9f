import { type Element, ELEMENTS, stepsBetween } from './element.js';
import { elementCounts, lackingElements } from './element-balance.js';
import { type FourPillars, PILLAR_NAMES, type PillarName } from './pillar.js';
import { type RelationName, relationsAmong } from './relations.js';
import { stemAt } from './stem.js';
import { type TenGod, tenGodOf } from './ten-god.js';

/** Whether a relation is harmonious or tense; only combinations are harmonious. */
export type Tone = 'harmony' | 'tension';

/** A relation between a pillar of one chart and a pillar of another. */
export interface PairRelation {
  readonly relation: RelationName;
  readonly tone: Tone;
  readonly first: PillarName;
  readonly second: PillarName;
  /** Chinese characters: that of the first chart, then that of the second. */
  readonly characters: string;
  /** Element that a combination may transform into. */
  readonly element?: Element;
}

/** Relation between the day masters of two charts. */
export interface DayMasterBond {
  /** Relation of the elements (오행): the same element, or which one generates or controls the other. */
  readonly flow: 'same' | 'firstFeedsSecond' | 'firstControlsSecond' | 'secondControlsFirst' | 'secondFeedsFirst';
  /** Ten god of the second day master relative to the first, and of the first relative to the second. */
  readonly secondToFirst: TenGod;
  readonly firstToSecond: TenGod;
}

/** An element that one chart lacks and the other has. */
export interface ElementGift {
  readonly element: Element;
  readonly to: 'first' | 'second';
  /** Number of visible characters of the element in the other chart. */
  readonly count: number;
}

const FLOWS = ['same', 'firstFeedsSecond', 'firstControlsSecond', 'secondControlsFirst', 'secondFeedsFirst'] as const;

export function dayMasterBond(first: FourPillars, second: FourPillars): DayMasterBond {
  const [one, other] = [first.day.stem, second.day.stem];
  const steps = stepsBetween(stemAt(one).element, stemAt(other).element);
  return {
    flow: FLOWS[steps] ?? 'same',
    secondToFirst: tenGodOf(one, other),
    firstToSecond: tenGodOf(other, one),
  };
}

/**
 * Weights for sorting relations: the day pillar stands for the person and the partner, the month pillar for the
 * background (궁합, 일주 위주).
 */
const WEIGHT: Readonly<Record<PillarName, number>> = { day: 4, month: 2, year: 1, hour: 1 };

/**
 * All relations between a pillar of one chart and a pillar of another, by the rules of `relations.ts`, those of the day
 * pillars first.
 */
export function pairRelations(first: FourPillars, second: FourPillars): readonly PairRelation[] {
  const pairs = PILLAR_NAMES.flatMap((one) => PILLAR_NAMES.map((other) => [one, other] as const));
  const found = pairs.flatMap(([one, other]) => relationsOfPair(first, second, [one, other]));
  const weight = (relation: PairRelation) => WEIGHT[relation.first] + WEIGHT[relation.second];
  return found.toSorted((a, b) => weight(b) - weight(a));
}

function relationsOfPair(
  first: FourPillars,
  second: FourPillars,
  [one, other]: readonly [PillarName, PillarName],
): readonly PairRelation[] {
  const [ours, theirs] = [first[one], second[other]];
  if (!ours || !theirs) return [];
  // The places are placeholders that distinguish the two pillars.
  const placed = [
    { place: 'day' as const, pillar: ours },
    { place: 'hour' as const, pillar: theirs },
  ];
  return relationsAmong(placed).map(({ relation, characters, element }) => ({
    relation,
    tone: relation.endsWith('ombination') ? 'harmony' : 'tension',
    first: one,
    second: other,
    characters,
    ...(element && { element }),
  }));
}

/** Elements that one chart lacks and the other has, highest count first. */
export function elementGifts(first: FourPillars, second: FourPillars): readonly ElementGift[] {
  const counts = { first: elementCounts(first), second: elementCounts(second) };
  const gifts = (to: 'first' | 'second', from: 'first' | 'second') =>
    lackingElements(counts[to]).map((element) => ({ element, to, count: counts[from][element] }));
  return [...gifts('first', 'second'), ...gifts('second', 'first')]
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/** Elements that neither chart has. */
export const sharedLacks = (first: FourPillars, second: FourPillars): readonly Element[] => {
  const [ours, theirs] = [elementCounts(first), elementCounts(second)];
  return ELEMENTS.filter((element) => ours[element] === 0 && theirs[element] === 0);
};
