import type { periodFacts } from '@app/divination';

type DayFacts = ReturnType<typeof periodFacts>[number];

const GROUPS = ['companion', 'output', 'wealth', 'officer', 'resource'] as const;
const GODS = ['比肩', '劫財', '食神', '傷官', '偏財', '正財', '偏官', '正官', '偏印', '正印'];

/** Position in `GROUPS`. Names of ten gods contain their Chinese characters in both languages. */
export const tenGodGroup = (name: string): number =>
  Math.max(0, Math.floor(GODS.findIndex((characters) => name.includes(characters)) / 2));

/** The record about a day of this ten god. */
export const tenGodRecord = ({ tenGods }: Pick<DayFacts, 'tenGods'>): string =>
  `saju:day-${GROUPS[tenGodGroup(tenGods.stem)] ?? 'companion'}`;

type Relation = DayFacts['relations'][number];

const PILLAR_RANKS = ['day', 'month', 'year', 'hour'];

/** Relations of three or more pillars first, then those with the day, month, year and hour pillar. */
export const rankedRelations = (relations: readonly Relation[]): Relation[] =>
  relations.toSorted((one, other) => rankOf(one) - rankOf(other));

const rankOf = ({ pillars }: Relation): number =>
  pillars.length > 2 ? -1 : PILLAR_RANKS.findIndex((name) => pillars.some((pillar) => pillar === name));

/** Without pairs that repeat the characters of a relation, or belong to a larger one of the same kind. */
export const distinctRelations = (relations: readonly Relation[]): readonly Relation[] =>
  relations.filter(
    (relation, at) =>
      !relations
        .slice(0, at)
        .some(
          ({ id, characters }) =>
            id === relation.id && Array.from(relation.characters).every((character) => characters.includes(character)),
        ),
  );

/** Records about the effects of the day on the chart, the most important first. */
export function dayRecords(day: Pick<DayFacts, 'tenGods' | 'relations' | 'isVoid'>): readonly string[] {
  const names = new Set(day.relations.map(({ id }) => relationRecord(id)));
  const weighty = ['saju:day-clash', 'saju:day-combination', 'saju:day-friction'].filter((id) => names.has(id));
  return [...weighty, ...(day.isVoid ? ['saju:day-void'] : []), tenGodRecord(day)];
}

export function relationRecord(relation: string): string {
  if (relation.endsWith('ombination')) return 'saju:day-combination';
  return relation === 'clash' || relation === 'stemClash' ? 'saju:day-clash' : 'saju:day-friction';
}
