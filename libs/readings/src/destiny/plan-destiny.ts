import type { LinkedEntity } from '@app/rag';
import { questionTags } from '../question-tags.js';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { astrologyFacts, birthFacts, dateIn, noteFacts, sajuFacts } from '@app/divination';
import { defaultTimezone } from '../reader-timezone.js';
import { type DestinyCharts, destinyCharts } from './destiny-charts.js';
import { destinyFollowups } from './destiny-followups.js';
import { type Subject, destinySubjects } from './destiny-subjects.js';
import { destinyTags } from './destiny-tags.js';
import type { DestinyInput } from './destiny.input.js';
import { THEME_RULES } from './theme.js';

/** Maximum number of records named by the question; they come before those of the chart. */
const MAX_ASKED_ABOUT = 2;
const MAX_ENTITIES = 12;

/**
 * Computes charts, luck pillars and transits, and derives tags and records from them, without interpretation.
 * @param chartsOf returns the charts of the input, or of one tradition only
 */
export const planDestiny =
  (now: () => Date, chartsOf = destinyCharts) =>
  (input: DestinyInput, { linker }: PlanningTools): ReadingPlan => {
    const view = { nowMs: now().getTime(), locale: input.locale, theme: THEME_RULES[input.theme] };
    const charts = chartsOf(input);
    const subjects = destinySubjects(charts, view);
    const question = input.question ?? '';
    return {
      facts: factsOf(input, charts, subjects, view.nowMs),
      tags: [...new Set([...destinyTags(charts), ...view.theme.tags, ...questionTags(linker, question)])],
      entities: entitiesOf(linker.link(question), subjects),
      question,
      searchText: [question, view.theme.names[input.locale], ...subjects.map(({ title }) => title)].join(' ').trim(),
      documents: input.documents ?? [],
      followups: destinyFollowups(charts, view),
    };
  };

const isOfCharts = ({ id }: LinkedEntity): boolean => /^(?:saju|astro):/u.test(id);

function entitiesOf(linked: readonly LinkedEntity[], subjects: readonly Subject[]): ReadingPlan['entities'] {
  const asked = linked.filter(isOfCharts).slice(0, MAX_ASKED_ABOUT);
  return [...new Set([...asked, ...subjects].map(({ id }) => id))].slice(0, MAX_ENTITIES).map((id) => ({ id }));
}

function factsOf(
  { locale, theme, readerTimezone }: DestinyInput,
  { birth, saju, astrology, notes }: DestinyCharts,
  subjects: readonly Subject[],
  nowMs: number,
): ReadingPlan['facts'] {
  return {
    theme,
    date: dateIn(readerTimezone ?? defaultTimezone(locale), nowMs),
    ...(birth && { birth: birthFacts(birth, locale) }),
    ...(saju && { saju: sajuFacts(saju, nowMs, locale) }),
    ...(astrology && { astrology: astrologyFacts(astrology, nowMs, locale) }),
    subjects,
    leftOut: noteFacts(notes.leftOut, locale),
    assumed: noteFacts(notes.assumed, locale),
  };
}
