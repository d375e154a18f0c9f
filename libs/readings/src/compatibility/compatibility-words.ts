import {
  ELEMENT_WORDS,
  pillarNamed,
  possibleDayPillars,
  spokenCharacter,
  spokenTenGod,
  stemNamed,
} from '@app/divination';
import type { KindComposition } from '@app/composer';
import { type Locale, listNames, withJosa } from '@app/text';
import type { CompatibilityFacts } from './compatibility-facts.js';
import type { Side } from './person-charts.js';
import { relationRecords } from './relation-records.js';
import { verdictOf } from './verdict-words.js';

type FactsReader = NonNullable<KindComposition['facts']>;
type SectionFacts = ReturnType<FactsReader>;
type Subject = SectionFacts['groups'][string][number];
type PairFacts = NonNullable<CompatibilityFacts['pair']>;
type SynastryFacts = NonNullable<CompatibilityFacts['synastry']>;
type Names = Readonly<Record<Side, string>>;

/** The last sentence of a record is advice. */
const ADVICE = { from: -1, min: 2 };
const READING = { from: 0, to: -1, min: 2 };
const MAX_NOTES = 3;
/** Number of characters from which the record may say that a chart has plenty of an element. */
const MIN_PLENTY = 2;

/** Converts the facts of this kind's plan to text. Ignores facts of any other shape. */
export const compatibilityWords: FactsReader = (given, locale) => {
  if (!Array.isArray(given['people'])) return { slots: {}, groups: {} };
  const facts = given as CompatibilityFacts;
  const relationship = typeof given['relationship'] === 'string' ? given['relationship'] : 'couple';
  const [first, second] = facts.people.map(({ name }) => name);
  const names: Names = { first: first ?? '', second: second ?? '' };
  const saju = facts.pair ? pairWords({ ...facts.pair, relationship }, names, locale) : NOTHING;
  const sky = facts.synastry ? synastryWords(facts.synastry, names, locale) : NOTHING;
  return {
    slots: {
      firstName: names.first,
      secondName: names.second,
      about: listNames([names.first, names.second], locale),
      balance: verdictOf(facts, locale),
      couple: relationship === 'couple' ? 'yes' : '',
      notWork: relationship === 'work' ? '' : 'yes',
      notFriends: relationship === 'friends' ? '' : 'yes',
      ...uncertainDay(facts, locale),
      ...dayPillars(facts, locale),
      ...lights(facts, locale),
      leftOut: [...facts.leftOut, ...facts.assumed]
        .slice(0, MAX_NOTES)
        .map(({ reason }) => reason)
        .join(' '),
      ...saju.slots,
    },
    groups: { ...saju.groups, ...sky.groups },
  };
};

const NOTHING: SectionFacts = { slots: {}, groups: {} };

function dayPillars({ people }: CompatibilityFacts, locale: Locale): SectionFacts['slots'] {
  const [first = '', second = ''] = people.map(({ saju }) => {
    const { day } = (saju?.['pillars'] ?? {}) as { readonly day?: string };
    return (day && pillarNamed(day, locale)?.name) ?? '';
  });
  return { firstDay: first, secondDay: second };
}

/** Who has a day pillar that depends on the unknown time of birth, and the possible pillars. */
function uncertainDay({ people }: CompatibilityFacts, locale: Locale): SectionFacts['slots'] {
  const open = people.flatMap(({ name, saju }) => {
    const pillars = possibleDayPillars(saju, locale);
    return pillars.length > 0 ? [{ name, pillars }] : [];
  });
  return {
    uncertainName: listNames(
      open.map(({ name }) => name),
      locale,
    ),
    uncertainPillars: listNames(
      open.flatMap(({ pillars }) => pillars),
      locale,
    ),
  };
}

interface Placement {
  readonly signName: string;
}

/** Slots with the signs of the Sun and the Moon, by which the text identifies both charts. */
function lights({ people }: CompatibilityFacts, locale: Locale): SectionFacts['slots'] {
  const [first = '', second = ''] = people.map(({ astrology }) => {
    const { sun, moon } = (astrology ?? {}) as Readonly<Record<string, Placement | null>>;
    return listNames(
      [
        ...(sun ? [locale === 'ko' ? `${sun.signName} 태양` : `the Sun in ${sun.signName}`] : []),
        ...(moon ? [locale === 'ko' ? `${moon.signName} 달` : `the Moon in ${moon.signName}`] : []),
      ],
      locale,
    );
  });
  return { firstLights: first, secondLights: second };
}

function pairWords(pair: PairFacts & { readonly relationship: string }, names: Names, locale: Locale): SectionFacts {
  const { dayMasters, counts, relations, elementGifts, lackingInBoth } = pair;
  const of = (tone: string) => relations.filter((relation) => relation.tone === tone);
  const [bonding] = of('harmony');
  const [rubbing] = of('tension');
  const masters = {
    flow: dayMasters.flow,
    first: stemNamed(dayMasters.first, locale)?.name ?? dayMasters.first,
    second: stemNamed(dayMasters.second, locale)?.name ?? dayMasters.second,
  };
  const word = (relation: PairFacts['relations'][number], span?: Subject['records'][number]['span']): Subject => ({
    records: relationRecords(relation, pair.relationship).map((id) => ({ id, ...(span && { span }) })),
    names: [],
    slots: relationSlots(relation, names, locale),
  });
  const bond = (span: Subject['records'][number]['span']): Subject => ({
    records: [{ id: BONDS[dayMasters.flow], ...(span && { span }) }],
    names: [],
    slots: flowSlots(masters, names),
  });
  return {
    slots: {
      firstMaster: masters.first,
      secondMaster: masters.second,
      secondToFirst: spokenTenGod(dayMasters.secondToFirst.name, locale),
      firstToSecond: spokenTenGod(dayMasters.firstToSecond.name, locale),
      strongestBond: bonding ? relationName(bonding, names, locale) : '',
      strongestFriction: rubbing ? relationName(rubbing, names, locale) : '',
      calm: counts.tension === 0 ? 'yes' : '',
      quiet: counts.harmony === 0 ? 'yes' : '',
      sharedLack: listNames(
        lackingInBoth.map((element) => ELEMENT_WORDS[element][locale]),
        locale,
      ),
    },
    groups: {
      dayMasterBond: [bond(READING)],
      dayMasterAdvice: [bond(ADVICE)],
      bonds: of('harmony').map((relation) => word(relation)),
      frictions: of('tension').map((relation) => word(relation)),
      frictionAdvice: of('tension').map((relation) => word(relation, ADVICE)),
      gifts: elementGifts.map(({ element, to, count }) => ({
        records: count >= MIN_PLENTY ? [{ id: 'saju:bond-element-exchange', span: READING }] : [],
        names: [],
        slots: {
          giver: names[to === 'first' ? 'second' : 'first'],
          receiver: names[to],
          element: ELEMENT_WORDS[element][locale],
          times: TIMES[locale][count - 1] ?? '',
        },
      })),
      sharedLacks:
        lackingInBoth.length > 0 ? [{ records: [{ id: 'saju:bond-shared-lack' }], names: [], slots: {} }] : [],
    },
  };
}

export const BONDS = {
  same: 'saju:bond-same-element',
  firstFeedsSecond: 'saju:bond-feeding',
  secondFeedsFirst: 'saju:bond-feeding',
  firstControlsSecond: 'saju:bond-controlling',
  secondControlsFirst: 'saju:bond-controlling',
} as const;

/** Number of visible characters of an element, as text. */
const TIMES = {
  ko: ['한 글자', '두 글자', '세 글자', '네 글자', '다섯 글자', '여섯 글자', '일곱 글자', '여덟 글자'],
  en: ['once', 'twice', 'three times', 'four times', 'five times', 'six times', 'seven times', 'eight times'],
} as const;

/** Only the slots of the actual flow have values, so that only its phrases can be filled. */
function flowSlots(
  { first, second, flow }: Pick<PairFacts['dayMasters'], 'first' | 'second' | 'flow'>,
  names: Names,
): Subject['slots'] {
  const [one, other] = [
    { name: names.first, master: first },
    { name: names.second, master: second },
  ];
  if (flow === 'same') return { oneMaster: first, otherMaster: second };
  const [upper, lower] = flow.startsWith('first') ? [one, other] : [other, one];
  if (flow.includes('Feeds'))
    return { feeder: upper.name, feederMaster: upper.master, fed: lower.name, fedMaster: lower.master };
  return { ruler: upper.name, rulerMaster: upper.master, ruled: lower.name, ruledMaster: lower.master };
}

const PLACES = {
  year: { stem: { ko: '연간', en: 'year stem' }, branch: { ko: '연지', en: 'year branch' } },
  month: { stem: { ko: '월간', en: 'month stem' }, branch: { ko: '월지', en: 'month branch' } },
  day: { stem: { ko: '일간', en: 'day stem' }, branch: { ko: '일지', en: 'day branch' } },
  hour: { stem: { ko: '시간', en: 'hour stem' }, branch: { ko: '시지', en: 'hour branch' } },
} as const;

function relationSlots(
  { id, name, first, second, characters }: PairFacts['relations'][number],
  names: Names,
  locale: Locale,
): Subject['slots'] {
  const kind = id.startsWith('stem') ? 'stem' : 'branch';
  const [one = '', other = ''] = characters;
  return {
    one: `${possessive(names.first, locale)} ${PLACES[first][kind][locale]} ${spokenCharacter(one, locale)}`,
    other: `${possessive(names.second, locale)} ${PLACES[second][kind][locale]} ${spokenCharacter(other, locale)}`,
    relation: locale === 'ko' ? name : name.charAt(0).toLowerCase() + name.slice(1),
  };
}

/** `첫째 분의 일간 갑(甲)과 둘째 분의 일간 기(己)의 천간합(天干合)`. */
function relationName(relation: PairFacts['relations'][number], names: Names, locale: Locale): string {
  const { one = '', other = '', relation: name = '' } = relationSlots(relation, names, locale);
  return locale === 'ko' ? `${withJosa(one, '과/와')} ${other}의 ${name}` : `the ${name} of ${one} and ${other}`;
}

const possessive = (name: string, locale: Locale): string => (locale === 'ko' ? `${name}의` : `${name}’s`);

function synastryWords({ aspects }: SynastryFacts, names: Names, locale: Locale): SectionFacts {
  const of = (tone: string) => aspects.filter((aspect) => aspect.tone === tone).map(aspectSubject);
  function aspectSubject({ first, second, aspect, tone }: SynastryFacts['aspects'][number]): Subject {
    return {
      records: [
        ...(aspect.id === 'conjunction' ? [] : [{ id: `astro:synastry-${tone}` }]),
        { id: `astro:aspect-${aspect.id}` },
      ],
      names: [],
      slots: {
        point: `${possessive(names.first, locale)} ${first.name}`,
        otherPoint: `${possessive(names.second, locale)} ${second.name}`,
        aspect: locale === 'ko' ? aspect.name : `${/^[aeiou]/u.test(aspect.name) ? 'an' : 'a'} ${aspect.name}`,
      },
    };
  }
  return { slots: {}, groups: { easyAspects: of('harmony'), tenseAspects: of('tension') } };
}
