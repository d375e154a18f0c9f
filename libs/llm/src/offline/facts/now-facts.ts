import { asRecord, nameOf } from './loose.js';
import { type SajuName, pillarNamed } from './saju-names.js';
import type { FactsReader, Subject } from './section-facts.js';

/** The season a birth chart is in: the decade's pillar and the year's. */
export const nowFacts: FactsReader = (facts, locale) => {
  const saju = asRecord(facts['saju']);
  const luck = asRecord(saju['luck']);
  const now = { ...asRecord(saju['now']), ...asRecord(facts['now']) };
  const pillar = (...values: readonly unknown[]): SajuName | undefined => {
    const found = values.find((value) => value !== undefined && value !== null);
    const { pillar: inner, hanja, name } = asRecord(found);
    return pillarNamed(nameOf(inner ?? hanja ?? name ?? found, locale), locale);
  };
  const decade = pillar(now['luckPillar'], now['luck'], luck['current'], saju['luckPillar'], saju['currentLuck']);
  const year = pillar(now['yearPillar'], now['year'], luck['year'], saju['annual'], saju['yearLuck']);
  return {
    slots: { luckPillar: decade?.name ?? '', yearPillar: year?.name ?? '' },
    groups: {
      luckPillar: subjects(decade, 'saju:concept-luck-pillar'),
      yearPillar: subjects(year, 'saju:concept-annual-luck'),
    },
  };
};

const subjects = (named: SajuName | undefined, concept: string): readonly Subject[] =>
  named ? [{ records: [{ id: named.id }, { id: concept }], names: [], slots: { name: named.name } }] : [];
