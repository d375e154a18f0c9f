import type { periodFacts } from '@app/divination';

type DayFacts = ReturnType<typeof periodFacts>[number];

const GROUPS = ['companion', 'output', 'wealth', 'officer', 'resource'] as const;
const GODS = ['比肩', '劫財', '食神', '傷官', '偏財', '正財', '偏官', '正官', '偏印', '正印'];

/** The record about a day of this ten god. Names of ten gods contain their Chinese characters in both languages. */
export function tenGodRecord({ tenGods }: Pick<DayFacts, 'tenGods'>): string {
  const god = GODS.findIndex((characters) => tenGods.stem.includes(characters));
  return `saju:day-${GROUPS[Math.floor(god / 2)] ?? 'companion'}`;
}

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
