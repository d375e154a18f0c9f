import {
  ASPECT_NAMES,
  type Aspect,
  type ChartPoint,
  ELEMENT_NAMES,
  type FourPillars,
  POINT_NAMES,
  RELATION_NAMES,
  TEN_GOD_NAMES,
  type TenGod,
  astrologyFacts,
  birthFacts,
  dayMasterBond,
  elementGifts,
  houseOverlay,
  noteFacts,
  pairRelations,
  sajuFacts,
  sharedLacks,
  stemAt,
  synastryAspects,
} from '@app/divination';
import type { Locale } from '@app/text';
import type { PersonCharts } from './person-charts.js';

export type Pair = readonly [PersonCharts, PersonCharts];

/** Limits on relations and aspects: every prompt contains them, and a section cannot discuss more. */
const MAX_RELATIONS = 12;
const MAX_ASPECTS = 12;

const OF_SAJU = ['pillars', 'dayMaster', 'dayMasterName', 'elements', 'lacking', 'excess', 'strength', 'candidates'];
const OF_ASTROLOGY = ['zodiac', 'sun', 'moon', 'ascendant', 'venus', 'mars'];

const only = (facts: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));

/** Both charts in brief, and the relations between them. */
export function compatibilityFacts(pair: Pair, nowMs: number, locale: Locale) {
  const [first, second] = pair;
  const notes = pair.map((person) => person.notes);
  return {
    people: pair.map((person) => personFacts(person, nowMs, locale)),
    ...(first.saju && second.saju && { pair: pairFacts(first.saju.pillars, second.saju.pillars, locale) }),
    ...(first.astrology && second.astrology && { synastry: synastryFacts(first.astrology, second.astrology, locale) }),
    leftOut: notes.flatMap(({ leftOut }) => noteFacts(leftOut, locale)),
    assumed: notes.flatMap(({ assumed }) => noteFacts(assumed, locale)),
  };
}

const personFacts = ({ id, name, birth, saju, astrology }: PersonCharts, nowMs: number, locale: Locale) => ({
  id,
  name,
  ...(birth && { birth: birthFacts(birth, locale) }),
  ...(saju && { saju: only(sajuFacts(saju, nowMs, locale), OF_SAJU) }),
  ...(astrology && { astrology: only(astrologyFacts(astrology, nowMs, locale), OF_ASTROLOGY) }),
});

function pairFacts(first: FourPillars, second: FourPillars, locale: Locale) {
  const { flow, secondToFirst, firstToSecond } = dayMasterBond(first, second);
  const relations = pairRelations(first, second);
  return {
    dayMasters: {
      first: stemAt(first.day.stem).names[locale],
      firstId: stemAt(first.day.stem).slug,
      second: stemAt(second.day.stem).names[locale],
      secondId: stemAt(second.day.stem).slug,
      flow,
      secondToFirst: tenGod(secondToFirst, locale),
      firstToSecond: tenGod(firstToSecond, locale),
    },
    relations: relations.slice(0, MAX_RELATIONS).map(({ relation, ...rest }) => ({
      id: relation,
      name: RELATION_NAMES[relation][locale],
      ...rest,
    })),
    counts: { harmony: countOf(relations, 'harmony'), tension: countOf(relations, 'tension') },
    elementGifts: elementGifts(first, second).map((gift) => ({ ...gift, name: ELEMENT_NAMES[gift.element][locale] })),
    lackingInBoth: sharedLacks(first, second),
  };
}

const countOf = (relations: readonly { readonly tone: string }[], tone: string): number =>
  relations.filter((relation) => relation.tone === tone).length;

const tenGod = (god: TenGod, locale: Locale) => ({ id: god, name: TEN_GOD_NAMES[god][locale] });

/** Personal points. Aspects between the slower points concern whole age groups, so they are left out. */
const PERSONAL: ReadonlySet<ChartPoint> = new Set(['sun', 'moon', 'mercury', 'venus', 'mars', 'ascendant']);
/** Slow planets: their aspects follow those among the other points. */
const GENERATIONAL: ReadonlySet<ChartPoint> = new Set(['uranus', 'neptune', 'pluto']);

const isGenerational = ({ from, to }: Aspect): boolean => GENERATIONAL.has(from) || GENERATIONAL.has(to);

/** A conjunction with one of these counts as tension: Ptolemy's malefics and the modern planets. */
const PRESSING: ReadonlySet<ChartPoint> = new Set(['mars', 'saturn', 'uranus', 'neptune', 'pluto']);
const VISITORS = ['sun', 'moon', 'venus', 'mars'];

function synastryFacts(
  first: NonNullable<PersonCharts['astrology']>,
  second: NonNullable<PersonCharts['astrology']>,
  locale: Locale,
) {
  const aspects = synastryAspects(first, second)
    .filter(({ from, to }) => PERSONAL.has(from) || PERSONAL.has(to))
    .toSorted((one, other) => Number(isGenerational(one)) - Number(isGenerational(other)));
  const point = (id: ChartPoint) => ({ id, name: POINT_NAMES[id][locale] });
  return {
    aspects: aspects.slice(0, MAX_ASPECTS).map((aspect) => ({
      first: point(aspect.from),
      second: point(aspect.to),
      aspect: { id: aspect.aspect, name: ASPECT_NAMES[aspect.aspect][locale] },
      orb: Math.floor(aspect.orb * 100) / 100,
      tone: toneOf(aspect),
    })),
    housesOfFirst: only(houseOverlay(second, first), VISITORS),
    housesOfSecond: only(houseOverlay(first, second), VISITORS),
  };
}

function toneOf({ from, to, aspect }: Aspect): 'harmony' | 'tension' {
  if (aspect === 'trine' || aspect === 'sextile') return 'harmony';
  if (aspect === 'square' || aspect === 'opposition') return 'tension';
  return PRESSING.has(from) || PRESSING.has(to) ? 'tension' : 'harmony';
}

export type CompatibilityFacts = ReturnType<typeof compatibilityFacts>;
