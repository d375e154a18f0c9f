import { type Element, ELEMENTS, stepsBetween } from './element.js';
import { elementCounts, lackingElements } from './element-balance.js';
import { type FourPillars, PILLAR_NAMES, type PillarName } from './pillar.js';
import { type RelationName, relationsAmong } from './relations.js';
import { stemAt } from './stem.js';
import { type TenGod, tenGodOf } from './ten-god.js';

/** Whether a relation joins or disturbs; combinations join. */
export type Tone = 'harmony' | 'tension';

/** A relation between a pillar of one chart and a pillar of another. */
export interface PairRelation {
  readonly relation: RelationName;
  readonly tone: Tone;
  readonly first: PillarName;
  readonly second: PillarName;
  /** In Chinese: the character of the first chart, then that of the second. */
  readonly characters: string;
  /** What a combination may turn into. */
  readonly element?: Element;
}

/** How the day master of one chart stands to that of another. */
export interface DayMasterBond {
  /** 오행: the same, or which of the two begets or controls the other. */
  readonly flow: 'same' | 'firstFeedsSecond' | 'firstControlsSecond' | 'secondControlsFirst' | 'secondFeedsFirst';
  /** What the second person is to the first, and the first to the second. */
  readonly secondToFirst: TenGod;
  readonly firstToSecond: TenGod;
}

/** An element one chart lacks and the other has. */
export interface ElementGift {
  readonly element: Element;
  readonly to: 'first' | 'second';
  /** Visible characters of it in the other chart. */
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

/** The day pillars are the persons themselves and the seat of the partner; the month is the background (궁합, 일주 위주). */
const WEIGHT: Readonly<Record<PillarName, number>> = { day: 4, month: 2, year: 1, hour: 1 };

/** Every pair relation of the rules in `relations.ts` between two charts, those of the day pillars first. */
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

/** What each chart lacks that the other has, the richest first. */
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
