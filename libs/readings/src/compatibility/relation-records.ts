interface PairRelation {
  readonly id: string;
  readonly first: string;
  readonly second: string;
}

const CONCEPTS: Readonly<Record<string, string>> = {
  stemCombination: 'saju:concept-hap',
  sixCombination: 'saju:concept-hap',
  halfCombination: 'saju:concept-hap',
  stemClash: 'saju:bond-stem-clash',
  clash: 'saju:concept-chung',
  punishment: 'saju:concept-hyeong',
  break: 'saju:concept-pa',
  harm: 'saju:concept-hae',
  resentment: 'saju:bond-resentment',
};

/**
 * More specific records, for couples only, for relations between the day pillars, which represent the persons (stems) and their partners
 * (branches).
 */
const OF_DAY_PILLARS: Readonly<Record<string, string>> = {
  stemCombination: 'saju:bond-day-stems-combine',
  sixCombination: 'saju:bond-partner-seats-combine',
  halfCombination: 'saju:bond-partner-seats-combine',
  clash: 'saju:bond-partner-seats-clash',
};

/** Records of the built-in knowledge files about a relation between two charts, the most specific first. */
export function relationRecords({ id, first, second }: PairRelation, relationship: string): readonly string[] {
  const own = relationship === 'couple' && first === 'day' && second === 'day' ? OF_DAY_PILLARS[id] : undefined;
  const years = first === 'year' && second === 'year' && !id.startsWith('stem') ? 'saju:bond-birth-years' : undefined;
  return [own, years, CONCEPTS[id]].filter((record) => record !== undefined);
}
