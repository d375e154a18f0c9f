import { branchAt } from './branch.js';
import type { Element } from './element.js';
import type { Pillar, PillarName } from './pillar.js';
import { stemAt } from './stem.js';

/** Position of a pillar: in the chart, or one of the passing pillars (대운, 세운, 월운, 일진). */
export type PillarPlace = PillarName | 'luck' | 'yearLuck' | 'monthLuck' | 'dayLuck';

export interface PlacedPillar {
  readonly place: PillarPlace;
  readonly pillar: Pillar;
}

export const RELATION_NAMES = {
  stemCombination: { ko: '천간합(天干合)', en: 'Stem combination (天干合)' },
  stemClash: { ko: '천간충(天干沖)', en: 'Stem clash (天干沖)' },
  sixCombination: { ko: '육합(六合)', en: 'Six combination (六合)' },
  tripleCombination: { ko: '삼합(三合)', en: 'Triple combination (三合)' },
  halfCombination: { ko: '반합(半合)', en: 'Half combination (半合)' },
  directionalCombination: { ko: '방합(方合)', en: 'Directional combination (方合)' },
  clash: { ko: '충(沖)', en: 'Clash (沖)' },
  punishment: { ko: '형(刑)', en: 'Punishment (刑)' },
  break: { ko: '파(破)', en: 'Break (破)' },
  harm: { ko: '해(害)', en: 'Harm (害)' },
  resentment: { ko: '원진(怨嗔)', en: 'Resentment (怨嗔)' },
} as const;
export type RelationName = keyof typeof RELATION_NAMES;

/** A relation between characters of two or three pillars. */
export interface Relation {
  readonly relation: RelationName;
  /** Positions of the pillars, in input order. */
  readonly places: readonly PillarPlace[];
  /** The characters in Chinese, in the order of `places`: `子丑`. */
  readonly characters: string;
  /** Element that a combination may transform into; whether it does depends on season and school. */
  readonly element?: Element;
}

interface Rule {
  readonly relation: RelationName;
  readonly characters: string;
  readonly element?: Element;
}

const rules = (relation: RelationName, characters: string, elements: readonly Element[] = []): readonly Rule[] =>
  characters.split(' ').map((each, index) => {
    const element = elements[index];
    return { relation, characters: each, ...(element && { element }) };
  });

const SEASONS: readonly Element[] = ['wood', 'fire', 'metal', 'water'];

/** Sources: 淵海子平 (論天干合, 論地支) and 三命通會 卷二; 원진 is from Korean practice. */
const STEM_RULES: readonly Rule[] = [
  ...rules('stemCombination', '甲己 乙庚 丙辛 丁壬 戊癸', ['earth', 'metal', 'water', 'wood', 'fire']),
  ...rules('stemClash', '甲庚 乙辛 丙壬 丁癸'),
];

const BRANCH_PAIRS: readonly Rule[] = [
  ...rules('sixCombination', '子丑 寅亥 卯戌 辰酉 巳申 午未', ['earth', 'wood', 'fire', 'metal', 'water', 'fire']),
  ...rules('halfCombination', '亥卯 卯未', ['wood', 'wood']),
  ...rules('halfCombination', '寅午 午戌', ['fire', 'fire']),
  ...rules('halfCombination', '巳酉 酉丑', ['metal', 'metal']),
  ...rules('halfCombination', '申子 子辰', ['water', 'water']),
  ...rules('clash', '子午 丑未 寅申 卯酉 辰戌 巳亥'),
  ...rules('punishment', '寅巳 巳申 寅申 丑戌 戌未 丑未 子卯 辰辰 午午 酉酉 亥亥'),
  ...rules('break', '子酉 丑辰 寅亥 卯午 巳申 戌未'),
  ...rules('harm', '子未 丑午 寅巳 卯辰 申亥 酉戌'),
  ...rules('resentment', '子未 丑午 寅酉 卯申 辰亥 巳戌'),
];

const BRANCH_TRIPLES: readonly Rule[] = [
  ...rules('tripleCombination', '亥卯未 寅午戌 巳酉丑 申子辰', SEASONS),
  ...rules('directionalCombination', '寅卯辰 巳午未 申酉戌 亥子丑', SEASONS),
  ...rules('punishment', '寅巳申 丑戌未'),
];

/** Index of pair rules by their characters, in either order. */
function pairIndex(all: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const index = new Map<string, readonly Rule[]>();
  for (const rule of all)
    for (const key of new Set([rule.characters, rule.characters.split('').reverse().join('')]))
      index.set(key, [...(index.get(key) ?? []), rule]);
  return index;
}

const STEM_INDEX = pairIndex(STEM_RULES);
const BRANCH_INDEX = pairIndex(BRANCH_PAIRS);

/** All relations among pillars, pairs first. Pairs that are part of a complete triple are also listed. */
export function relationsAmong(placed: readonly PlacedPillar[]): readonly Relation[] {
  const pairs = placed.flatMap((one, index) => placed.slice(index + 1).map((other) => [one, other] as const));
  return [
    ...pairs.flatMap((pair) => pairRelations(pair, STEM_INDEX, stemOf)),
    ...pairs.flatMap((pair) => pairRelations(pair, BRANCH_INDEX, branchOf)),
    ...BRANCH_TRIPLES.flatMap((rule) => tripleRelation(placed, rule)),
  ];
}

const stemOf = ({ pillar }: PlacedPillar): string => stemAt(pillar.stem).hanja;
const branchOf = ({ pillar }: PlacedPillar): string => branchAt(pillar.branch).hanja;

/** Relations between the chart and a passing pillar (대운, 세운 …). */
export const relationsWith = (chart: readonly PlacedPillar[], passing: PlacedPillar): readonly Relation[] =>
  relationsAmong([...chart, passing]).filter(({ places }) => places.includes(passing.place));

function pairRelations(
  pair: readonly [PlacedPillar, PlacedPillar],
  index: ReadonlyMap<string, readonly Rule[]>,
  characterOf: (placed: PlacedPillar) => string,
): readonly Relation[] {
  const characters = pair.map(characterOf).join('');
  const places = pair.map(({ place }) => place);
  return (index.get(characters) ?? []).map(({ relation, element }) => ({
    relation,
    places,
    characters,
    ...(element && { element }),
  }));
}

/**
 * The relation of a triple of branches: all three must be present, in any positions. The result names every pillar that
 * has one of them.
 */
function tripleRelation(placed: readonly PlacedPillar[], rule: Rule): readonly Relation[] {
  const members = placed.filter((each) => rule.characters.includes(branchOf(each)));
  if (new Set(members.map(branchOf)).size < 3) return [];
  const { relation, element } = rule;
  const places = members.map(({ place }) => place);
  return [{ relation, places, characters: members.map(branchOf).join(''), ...(element && { element }) }];
}
