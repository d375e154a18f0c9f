import type { Locale } from '@app/text';
import { ReadingInputError, pillarSlug, stemAt } from '@app/divination';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { questionTags } from '../question-tags.js';
import { type CompatibilityFacts, type Pair, compatibilityFacts } from './compatibility-facts.js';
import { compatibilityFollowups } from './compatibility-followups.js';
import { BONDS } from './compatibility-words.js';
import type { CompatibilityInput } from './compatibility.input.js';
import { personCharts } from './person-charts.js';
import { relationRecords } from './relation-records.js';
import { type Relationship, relationshipOf } from './relationship-of.js';

const MAX_ENTITIES = 12;

/** Computes and compares both charts, without interpretation. */
export const planCompatibility =
  (now: () => Date) =>
  (input: CompatibilityInput, { linker }: PlanningTools): ReadingPlan => {
    const { locale, documents = [] } = input;
    const question = input.question ?? '';
    const relationship = input.relationship ?? relationshipOf(question);
    const pair = [personCharts(input.first, 'first', locale), personCharts(input.second, 'second', locale)] as const;
    const facts = compatibilityFacts(pair, now().getTime(), locale);
    const records = entitiesOf(pair, { relationship, ...facts });
    if (!facts.pair && !facts.synastry)
      throw new ReadingInputError('second', {
        ko: '첫째 사람과 같은 종류의 차트가 필요합니다.',
        en: 'needs the same kind of chart as the first person has',
      });
    return {
      facts: { relationship, ...facts },
      tags: [
        'kind:compatibility',
        'theme:relationship',
        THEMES[relationship],
        ...records.filter((id) => BOND.test(id)),
        ...questionTags(linker, question),
      ],
      entities: records.map((id) => ({ id })),
      question,
      searchText: [question, SEARCH[relationship][locale], ...namesIn(facts)].join(' ').trim(),
      documents,
      followups: compatibilityFollowups(facts, locale),
    };
  };

/** Records that articles refer to in `about`. */
const BOND = /^(?:saju:(?:bond|concept)|astro:synastry)-/u;

const THEMES: Readonly<Record<Relationship, string>> = {
  couple: 'theme:love',
  family: 'theme:family',
  friends: 'theme:friendship',
  work: 'theme:work',
};

const SEARCH: Readonly<Record<Relationship, Readonly<Record<Locale, string>>>> = {
  couple: { ko: '연인 궁합', en: 'compatibility of a couple' },
  family: { ko: '가족 궁합', en: 'compatibility in a family' },
  friends: { ko: '친구 궁합', en: 'compatibility of friends' },
  work: { ko: '동업 궁합', en: 'compatibility at work' },
};

const namesIn = ({ pair }: CompatibilityFacts): readonly string[] =>
  pair ? [pair.dayMasters.first, pair.dayMasters.second, ...pair.relations.slice(0, 3).map(({ name }) => name)] : [];

function entitiesOf(
  [first, second]: Pair,
  { relationship, pair, synastry }: CompatibilityFacts & { readonly relationship: Relationship },
): readonly string[] {
  const relations = pair?.relations.flatMap((relation) => relationRecords(relation, relationship).slice(0, 1)) ?? [];
  const aspects = synastry?.aspects.flatMap(({ tone, aspect }) => [
    `astro:synastry-${tone}`,
    `astro:aspect-${aspect.id}`,
  ]);
  const ids = [
    ...(pair ? [BONDS[pair.dayMasters.flow]] : []),
    ...(pair && relations.length === 0 ? ['saju:bond-quiet'] : []),
    ...relations.slice(0, 5),
    ...(pair && pair.elementGifts.length > 0 ? ['saju:bond-element-exchange'] : []),
    ...(pair && pair.lackingInBoth.length > 0 ? ['saju:bond-shared-lack'] : []),
    ...(aspects?.slice(0, 6) ?? []),
    ...(pair
      ? [`saju:tengod-${pair.dayMasters.secondToFirst.id}`, `saju:tengod-${pair.dayMasters.firstToSecond.id}`]
      : []),
    ...[first, second].flatMap(({ saju }) =>
      saju ? [`saju:stem-${stemAt(saju.pillars.day.stem).slug}`, `saju:pillar-${pillarSlug(saju.pillars.day)}`] : [],
    ),
  ];
  return [...new Set(ids)].slice(0, MAX_ENTITIES);
}
