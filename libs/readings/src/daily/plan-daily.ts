import { pillarSlug, stemAt } from '@app/divination';
import { type DestinyCharts, destinyCharts } from '../destiny/destiny-charts.js';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { questionTags } from '../question-tags.js';
import { type DailyFacts, dailyFacts } from './daily-facts.js';
import { dailyFollowups } from './daily-followups.js';
import { dailyPeriod } from './daily-period.js';
import type { DailyInput } from './daily.input.js';
import { dayRecords } from './day-records.js';

const MAX_ENTITIES = 12;
const SEARCH = { ko: '오늘 하루', en: 'the day' } as const;

/** Computes the charts, the days and the transits, without interpretation. */
export const planDaily =
  (now: () => Date) =>
  (input: DailyInput, { linker }: PlanningTools): ReadingPlan => {
    // Beside flat birth fields, `date` would be read as the date of birth.
    const { date, ...source } = input;
    const { locale, documents = [] } = source;
    const question = input.question ?? '';
    const charts = destinyCharts(source);
    const facts = dailyFacts(
      charts,
      dailyPeriod({ ...source, date }, now().getTime(), charts.birth?.place.zone),
      locale,
    );
    const [day] = facts.days ?? [];
    return {
      facts,
      tags: ['kind:daily', ...(day ? dayRecords(day) : []), ...questionTags(linker, question)],
      entities: entitiesOf(charts, facts).map((id) => ({ id })),
      question,
      searchText: [question, SEARCH[locale], day?.name, day?.tenGods.stem].filter(Boolean).join(' '),
      documents,
      followups: dailyFollowups(facts, locale),
    };
  };

function entitiesOf({ saju }: DestinyCharts, { days = [], sky }: DailyFacts): readonly string[] {
  const [first] = days;
  const aspects = [...(sky?.exact ?? []), ...(sky?.lasting ?? [])];
  const ids = [
    ...(first ? dayRecords(first) : []),
    ...days.slice(1).map((day) => dayRecords(day)[0] ?? ''),
    ...aspects.flatMap(({ from, aspect }) => [`astro:aspect-${aspect.id}`, `astro:body-${from.id}`]).slice(0, 6),
    ...(saju ? [`saju:stem-${stemAt(saju.pillars.day.stem).slug}`, `saju:pillar-${pillarSlug(saju.pillars.day)}`] : []),
  ];
  return [...new Set(ids)].filter((id) => id !== '').slice(0, MAX_ENTITIES);
}
