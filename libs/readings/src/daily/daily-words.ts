import type { KindComposition } from '@app/composer';
import { pillarNamed, possibleDayPillars, spokenCharacter, spokenTenGod, stemNamed } from '@app/divination';
import { type Locale, listNames } from '@app/text';
import { articled } from './articled.js';
import type { DailyFacts } from './daily-facts.js';
import { dayRecords, distinctRelations, relationRecord, tenGodRecord } from './day-records.js';
import { supportOf } from './day-support.js';
import { asksForWeek, dayVerdict } from './day-verdict.js';
import { zoneWords } from './zone-words.js';

type FactsReader = NonNullable<KindComposition['facts']>;
type SectionFacts = ReturnType<FactsReader>;
type Subject = SectionFacts['groups'][string][number];
type Day = NonNullable<DailyFacts['days']>[number];
type Sky = NonNullable<DailyFacts['sky']>;

/** The last sentence of a record is advice. */
const ADVICE = { from: -1, min: 2 };
const READING = { from: 0, to: -1, min: 2 };
const MAX_NOTES = 2;
const NOTHING: SectionFacts = { slots: {}, groups: {} };

/** Converts the facts of this kind's plan to text. Ignores facts of any other shape. */
export const dailyWords: FactsReader = (given, locale, question) => {
  if (typeof given['period'] !== 'object' || !given['period'] || !('until' in given['period'])) return NOTHING;
  const facts = given as DailyFacts;
  const { period, days = [], sky } = facts;
  const [first] = days;
  const isOneDay = period.from === period.until;
  return {
    slots: {
      day: isOneDay ? dateWords(period.from, locale) : '',
      from: isOneDay ? '' : dateWords(period.from, locale),
      until: isOneDay ? '' : dateWords(period.until, locale),
      about: dateWords(period.from, locale),
      dayMaster: dayMasterName(facts, locale),
      timezone: sky ? zoneWords(period.timezone, locale) : '',
      verdict: first && isOneDay ? dayVerdict(supportOf(first, facts.saju), question, locale) : '',
      uncertainPillars: listNames(possibleDayPillars(facts.saju, locale), locale),
      oneDayOfWeek: isOneDay && asksForWeek(question) ? 'yes' : '',
      dayPillar: first ? spokenPillar(first, locale) : '',
      god: first && isOneDay ? spokenTenGod(first.tenGods.stem, locale) : '',
      easiestDay: isOneDay ? '' : easiest(days, locale),
      moonSign: sky?.moonSign.name ?? '',
      leftOut: [...facts.leftOut, ...facts.assumed]
        .slice(0, MAX_NOTES)
        .map(({ reason }) => reason)
        .join(' '),
    },
    groups: {
      days: days.map((day) => daySubject(day, locale)),
      relations: days.flatMap((day) =>
        distinctRelations(day.relations)
          .slice(0, isOneDay ? undefined : 1)
          .map((relation) =>
            relationSubject({ day, date: isOneDay ? '' : dateWords(day.from, locale) }, relation, locale),
          ),
      ),
      voids: days.filter(({ isVoid }) => isVoid).map((day) => voidSubject(day, locale)),
      tips: tipsOf(days, locale),
      ...(sky && skyGroups(sky, locale)),
    },
  };
};

function dayMasterName({ saju }: DailyFacts, locale: Locale): string {
  const hanja = saju?.['dayMaster'];
  return (typeof hanja === 'string' && stemNamed(hanja, locale)?.name) || '';
}

const EASE: Readonly<Record<string, number>> = {
  'saju:day-combination': 1,
  'saju:day-clash': -2,
  'saju:day-friction': -1,
  'saju:day-void': -1,
};

/** The day with the most combinations and the fewest tensions; the first of equal ones. */
function easiest(days: readonly Day[], locale: Locale): string {
  const ease = (day: Day) => dayRecords(day).reduce((sum, id) => sum + (EASE[id] ?? 0), 0);
  const [best] = days.toSorted((one, other) => ease(other) - ease(one));
  return best ? dateWords(best.from, locale) : '';
}

const spokenPillar = ({ pillar }: Day, locale: Locale): string => pillarNamed(pillar, locale)?.name ?? pillar;

/** `12월 1일` or `1 December`. */
const dateWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(day));

const daySubject = (day: Day, locale: Locale): Subject => ({
  records: [{ id: tenGodRecord(day), span: READING }],
  names: [],
  slots: {
    date: dateWords(day.from, locale),
    name: spokenPillar(day, locale),
    god: spokenTenGod(day.tenGods.stem, locale),
    stage: day.lifeStage.name,
  },
});

const PLACES: Readonly<Record<string, Readonly<Record<Locale, readonly [stem: string, branch: string]>>>> = {
  year: { ko: ['연간', '연지'], en: ['year stem', 'year branch'] },
  month: { ko: ['월간', '월지'], en: ['month stem', 'month branch'] },
  day: { ko: ['일간', '일지'], en: ['day stem', 'day branch'] },
  hour: { ko: ['시간', '시지'], en: ['hour stem', 'hour branch'] },
};

/** A day and its date as text. */
interface DatedDay {
  readonly day: Day;
  /** Empty in a reading of one day. */
  readonly date: string;
}

function relationSubject(
  { day, date }: DatedDay,
  { id, name, pillars, characters }: Day['relations'][number],
  locale: Locale,
): Subject {
  const kind = id.startsWith('stem') ? 0 : 1;
  const own = pillars.flatMap((place, at) =>
    PLACES[place] ? [`${PLACES[place][locale][kind]} ${spokenCharacter(characters[at] ?? '', locale)}`] : [],
  );
  const ofDay = characters[pillars.indexOf('dayLuck')] ?? '';
  return {
    records: [{ id: relationRecord(id), span: READING }],
    names: [],
    slots: {
      date,
      character: spokenCharacter(ofDay, locale),
      place: own.join(', '),
      relation: locale === 'ko' ? name : name.charAt(0).toLowerCase() + name.slice(1),
      name: spokenPillar(day, locale),
    },
  };
}

const voidSubject = (day: Day, locale: Locale): Subject => ({
  records: [{ id: 'saju:day-void', span: READING }],
  names: [],
  slots: { date: dateWords(day.from, locale), character: spokenCharacter(day.pillar.charAt(1), locale) },
});

/**
 * Advice of a relation that involves the day pillar or at least three pillars, otherwise of the ten god: both are named
 * in the text.
 */
function tipsOf(days: readonly Day[], locale: Locale): readonly Subject[] {
  const dated = days.map((day) => ({ day, date: days.length > 1 ? dateWords(day.from, locale) : '' }));
  const strong = dated.flatMap(({ day, date }) =>
    day.relations
      .filter(({ pillars }) => pillars.length > 2 || pillars.includes('day'))
      .slice(0, 1)
      .map((relation) => ({
        ...relationSubject({ day, date }, relation, locale),
        records: [{ id: relationRecord(relation.id), span: ADVICE }],
      })),
  );
  const gods = dated.map(({ day }) => ({
    records: [{ id: tenGodRecord(day), span: ADVICE }],
    names: [],
    slots: { god: spokenTenGod(day.tenGods.stem, locale) },
  }));
  return [...strong, ...gods];
}

function skyGroups({ exact, lasting }: Sky, locale: Locale): SectionFacts['groups'] {
  const subject = ({ from, to, aspect }: Sky['lasting'][number] | Sky['exact'][number], at = ''): Subject => ({
    records: [{ id: `astro:aspect-${aspect.id}` }, { id: `astro:body-${from.id}` }],
    names: [],
    slots: {
      at,
      mover: articled(from, locale),
      point: articled(to, locale),
      aspect: locale === 'ko' ? aspect.name : `${/^[aeiou]/u.test(aspect.name) ? 'an' : 'a'} ${aspect.name}`,
    },
  });
  const awake = exact.filter((transit) => !isAsleep(transit));
  return {
    exact: (awake.length > 0 ? awake : exact).map((transit) => subject(transit, momentWords(transit.at, locale))),
    lasting: lasting.map((transit) => subject(transit)),
  };
}

/** Before 6:00 or from 23:00 on. */
function isAsleep({ at }: Sky['exact'][number]): boolean {
  const hour = Number(at.slice(11, 13));
  return hour < 6 || hour >= 23;
}

/** `2026-12-01 14:05` as `12월 1일 14:05` or `14:05 on 1 December`. */
function momentWords(at: string, locale: Locale): string {
  const [day = '', time = ''] = at.split(' ');
  return locale === 'ko' ? `${dateWords(day, locale)} ${time}` : `${time} on ${dateWords(day, locale)}`;
}
