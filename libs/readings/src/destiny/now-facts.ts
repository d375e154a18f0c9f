import { type FactsReader, type Subject, asList, asRecord, nameOf } from '@app/composer';
import { pillarNamed, POINTS, spokenTenGod, tenGodNamed } from '@app/divination';
import type { Locale } from '@app/text';

/** The current period of a birth chart: decade pillar, year pillar, transits of the slow planets. */
export const nowFacts: FactsReader = (facts, locale) => {
  const saju = asRecord(facts['saju']);
  const now = { ...asRecord(saju['now']), ...asRecord(facts['now']) };
  const decade = now['luckPillar'] ?? asRecord(saju['luck'])['current'];
  return {
    slots: {},
    groups: {
      luckPillar: pillarSubject(decade, 'saju:concept-luck-pillar', locale),
      yearPillar: pillarSubject(now['yearPillar'], 'saju:concept-annual-luck', locale),
      transits: asList(asRecord(facts['astrology'])['transits']).flatMap((transit) => transitSubject(transit, locale)),
    },
  };
};

/** Refers to decade and year pillars by their ten god, because a pillar's record describes people born under it. */
function pillarSubject(value: unknown, concept: string, locale: Locale): readonly Subject[] {
  const { pillar, name, hanja, tenGods } = asRecord(value);
  const named = pillarNamed(nameOf(pillar ?? hanja ?? name ?? value, locale), locale);
  if (!named) return [];
  const god = nameOf(asRecord(tenGods)['stem'], locale);
  const id = tenGodNamed(god);
  return [
    {
      records: [...(id ? [{ id }] : []), { id: concept }],
      names: [],
      slots: { name: named.name, god: spokenTenGod(god, locale) },
    },
  ];
}

const ASPECTS: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  conjunction: { ko: '합', en: 'a conjunction' },
  sextile: { ko: '육각', en: 'a sextile' },
  square: { ko: '사각', en: 'a square' },
  trine: { ko: '삼각', en: 'a trine' },
  opposition: { ko: '대립각', en: 'an opposition' },
};

function transitSubject(value: unknown, locale: Locale): readonly Subject[] {
  const { from, to, aspect } = asRecord(value);
  const slug = typeof aspect === 'string' && Object.hasOwn(ASPECTS, aspect) ? aspect : undefined;
  const [mover, place] = [nameOf(from, locale), nameOf(to, locale)].map((name) => articled(name, locale));
  if (slug === undefined || !mover || !place) return [];
  const slots = { mover, place, aspect: ASPECTS[slug]?.[locale] ?? '' };
  return [{ records: [{ id: `astro:aspect-${slug}` }], names: [], slots }];
}

/** In English the Sun and the Moon take an article, planets do not. */
const articled = (name: string, locale: Locale): string =>
  Object.values(POINTS).find((point) => point.en === `the ${name}`)?.[locale] ?? name;
