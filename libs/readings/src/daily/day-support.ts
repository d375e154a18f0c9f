import { ELEMENTS, STEMS } from '@app/divination';
import { relationRecord, tenGodGroup } from './day-records.js';
import type { DailyFacts } from './daily-facts.js';

export type Support = 'favourable' | 'mixed' | 'demanding';

type Day = NonNullable<DailyFacts['days']>[number];

interface Preference {
  readonly useful?: string;
  readonly favourable?: string;
  readonly unfavourable?: string;
}

/** Score from which a day counts as favourable; the same below zero as demanding. */
const CLEAR = 2;

/** Whether a day supports the person: its elements against the useful ones, and its relations with the day pillar. */
export function supportOf(day: Day, saju: DailyFacts['saju']): Support {
  const score = elementScore(day, saju) + relationScore(day) - (day.isVoid ? 1 : 0);
  if (score >= CLEAR) return 'favourable';
  return score <= -CLEAR ? 'demanding' : 'mixed';
}

/** The mean over the methods, so that a second method does not double the weight. */
function elementScore({ tenGods }: Day, saju: DailyFacts['saju']): number {
  const preferences = (saju?.['usefulElements'] ?? []) as readonly Preference[];
  const dayMaster = STEMS.find(({ hanja }) => hanja === saju?.['dayMaster']);
  if (preferences.length === 0 || !dayMaster) return 0;
  const self = ELEMENTS.indexOf(dayMaster.element);
  const elements = [tenGods.stem, tenGods.branch].map((god) => ELEMENTS[(self + tenGodGroup(god)) % 5]);
  const scores = preferences.flatMap((preference) => elements.map((element) => scoreOf(element, preference)));
  return scores.reduce((sum, score) => sum + score, 0) / preferences.length;
}

function scoreOf(element: string | undefined, { useful, favourable, unfavourable }: Preference): number {
  if (element === useful) return 2;
  if (element === favourable) return 1;
  return element === unfavourable ? -2 : 0;
}

const RELATION_SCORES: Readonly<Record<string, number>> = {
  'saju:day-combination': 1,
  'saju:day-clash': -2,
  'saju:day-friction': -1,
};

/** Counts only relations with the day pillar and those of three or more pillars. */
const relationScore = ({ relations }: Day): number =>
  relations
    .filter(({ pillars }) => pillars.length > 2 || pillars.includes('day'))
    .reduce((sum, { id }) => sum + (RELATION_SCORES[relationRecord(id)] ?? 0), 0);
