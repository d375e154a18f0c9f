import { type SectionFacts, type Span, type Subject, asList, asNumber, asRecord, nameOf } from '@app/composer';
import { listNames, type Locale } from '@app/text';
import { ELEMENTS, ELEMENT_WORDS, type Element, type SajuName, pillarNamed, stemNamed } from '@app/divination';
import { REMEDY_HABITS } from './theme-counsel.js';

/** The last sentence of a saju record is advice. */
const ADVICE: Span = { from: -1, min: 2 };
const PILLARS = {
  year: { ko: '연주', en: 'year' },
  month: { ko: '월주', en: 'month' },
  day: { ko: '일주', en: 'day' },
  hour: { ko: '시주', en: 'hour' },
} as const;
type PillarPlace = keyof typeof PILLARS;

/** The four pillars, the day master and the balance of the elements. */
export function sajuFacts(value: unknown, locale: Locale): SectionFacts {
  const saju = asRecord(value);
  const pillars = asRecord(saju['pillars'] ?? saju);
  const places = (Object.keys(PILLARS) as PillarPlace[]).flatMap((place) => {
    const pillar = pillarOf(pillars[place], locale);
    return pillar ? [{ place, pillar }] : [];
  });
  const day = places.find(({ place }) => place === 'day')?.pillar;
  const master = stemOf(saju['dayMaster'] ?? saju['day_master'], locale) ?? stemOf(hanjaOf(day), locale);
  const elements = elementsOf(saju, locale);
  return {
    slots: {
      pillars: listNames(
        places.map(({ place, pillar }) => placed(place, pillar, locale)),
        locale,
      ),
      dayPillar: day?.name ?? '',
      dayMaster: master?.name ?? '',
      ...strengthSlots(saju['strength'], locale),
      ...remedySlots(saju['usefulElements'], locale),
      ...elements.slots,
    },
    groups: {
      dayMaster: subjects(master),
      dayPillar: subjects(day),
      dayPillarAdvice: subjects(day, ADVICE),
      ...elements.groups,
    },
  };
}

/** `일주 무오(戊午)` or `Muo (戊午) for the day`. */
const placed = (place: PillarPlace, { name }: SajuName, locale: Locale): string =>
  locale === 'ko' ? `${PILLARS[place].ko} ${name}` : `${name} for the ${PILLARS[place].en}`;

const pillarOf = (value: unknown, locale: Locale): SajuName | undefined => {
  const { hanja, name, id, stem, branch } = asRecord(value);
  const text = nameOf(
    hanja ?? name ?? id ?? (stem ? `${nameOf(stem, locale)}${nameOf(branch, locale)}` : value),
    locale,
  );
  return pillarNamed(text, locale);
};

const stemOf = (value: unknown, locale: Locale): SajuName | undefined => {
  const { hanja, id, slug, stem, name } = asRecord(value);
  return stemNamed(nameOf(hanja ?? id ?? slug ?? stem ?? name ?? value, locale), locale);
};

/** The Chinese characters, which follow the name in parentheses. */
const hanjaOf = (pillar: SajuName | undefined): string => /\(([^()]+)\)/.exec(pillar?.name ?? '')?.[1] ?? '';

const subjects = (named: SajuName | undefined, span?: Span): readonly Subject[] =>
  named ? [{ records: [{ id: named.id, ...(span && { span }) }], names: [], slots: { name: named.name } }] : [];

const STRENGTHS = {
  strong: { ko: '신강', en: 'strong' },
  weak: { ko: '신약', en: 'weak' },
  balanced: { ko: '중화', en: 'balanced' },
} as const;

const MEANINGS = {
  strong: { ko: '스스로 밀고 나가는 힘이 넉넉합니다.', en: 'there is plenty of drive of your own.' },
  weak: { ko: '도움과 쉼이 있을 때 제 힘이 납니다.', en: 'your strength comes out with support and rest.' },
  balanced: { ko: '나아가는 힘과 멈추는 힘이 고릅니다.', en: 'drive and restraint are even.' },
} as const;

const strengthSlots = (value: unknown, locale: Locale): Readonly<Record<string, string>> =>
  value === 'strong' || value === 'weak' || value === 'balanced'
    ? { strength: STRENGTHS[value][locale], strengthMeans: MEANINGS[value][locale] }
    : {};

/** Slots for the useful element (용신) that the first method gives, and for the name of the method. */
function remedySlots(value: unknown, locale: Locale): Readonly<Record<string, string>> {
  const [first] = asList(value).map(asRecord);
  const useful = ELEMENTS.find((element) => element === first?.['useful']);
  const method = METHODS[first?.['method'] === 'climate' ? 'climate' : 'balance'][locale];
  return useful
    ? { remedy: ELEMENT_WORDS[useful][locale], remedyHabits: REMEDY_HABITS[useful][locale], remedyMethod: method }
    : {};
}

const METHODS = {
  balance: { ko: '억부', en: 'balance of strength' },
  climate: { ko: '조후', en: 'the climate of the season' },
} as const;

function elementsOf(saju: Readonly<Record<string, unknown>>, locale: Locale): SectionFacts {
  const given = asRecord(saju['elements'] ?? saju['fiveElements']);
  const counts = asRecord(given['counts'] ?? given);
  const known = ELEMENTS.flatMap((element) => {
    const count = asNumber(asRecord(counts[element])['count'] ?? counts[element]);
    return count === undefined ? [] : [{ element, count }];
  });
  const most = Math.max(0, ...known.map(({ count }) => count));
  const named = (elements: readonly Element[]) => elements.map((element) => ELEMENT_WORDS[element][locale]);
  const strong = known.filter(({ count }) => count === most && count > 2).map(({ element }) => element);
  const lacking = listed(saju['lacking']) ?? known.filter(({ count }) => count === 0).map(({ element }) => element);
  return {
    slots: {
      elements: known.map(({ element, count }) => `${ELEMENT_WORDS[element][locale]} ${count}`).join(', '),
      strongElement: listNames(named(strong), locale),
      lackingElement: known.length > 0 ? listNames(named(lacking), locale) : '',
    },
    groups: {
      strongElements: strong.map((element) => elementSubject(element, locale)),
      lackingElements: lacking.map((element) => elementSubject(element, locale, ADVICE)),
    },
  };
}

const listed = (value: unknown): readonly Element[] | undefined =>
  value === undefined ? undefined : ELEMENTS.filter((element) => asList(value).includes(element));

const elementSubject = (element: Element, locale: Locale, span?: Span): Subject => ({
  records: [`saju:element-${element}`, `element:${element}`].map((id) => ({ id, ...(span && { span }) })),
  names: [],
  slots: { name: ELEMENT_WORDS[element][locale] },
});
