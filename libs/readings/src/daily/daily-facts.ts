import {
  ASPECT_NAMES,
  type AstroChart,
  BODIES,
  type ChartPoint,
  POINT_NAMES,
  SIGN_NAMES,
  astrologyFacts,
  birthFacts,
  noteFacts,
  periodFacts,
  sajuFacts,
  signOf,
  eclipticLongitude,
  timeIn,
  transits,
  transitsBetween,
  tropicalPositionsOf,
} from '@app/divination';
import type { Locale } from '@app/text';
import type { DestinyCharts } from '../destiny/destiny-charts.js';
import type { DailyPeriod } from './daily-period.js';
import { rankedRelations } from './day-records.js';

const HALF_DAY_MS = 43_200_000;
/**
 * Longest span for which transits of the Moon are included. About three are exact each day, so in longer spans they
 * would displace the others.
 */
const MAX_DAYS_WITH_MOON = 2;
const MAX_EXACT = 10;
const MAX_LASTING = 5;

/** Field of the notes on luck pillars, which a day does not use. */
const OF_LUCK = /gender$/u;

const OF_SAJU = ['pillars', 'dayMaster', 'dayMasterName', 'strength', 'lacking', 'usefulElements', 'candidates'];
const OF_ASTROLOGY = ['zodiac', 'sun', 'moon', 'ascendant'];

const only = (facts: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));

/** A birth chart in brief, with the day pillars and the transits of the period. */
export function dailyFacts({ birth, saju, astrology, notes }: DestinyCharts, period: DailyPeriod, locale: Locale) {
  const { from, until, timezone, fromMs } = period;
  const noonMs = fromMs + HALF_DAY_MS;
  const span = { from, until, offsetMs: Date.parse(`${from}T00:00:00Z`) - fromMs };
  return {
    period: { from, until, timezone },
    ...(birth && { birth: birthFacts(birth, locale) }),
    ...(saju && {
      saju: only(sajuFacts(saju, noonMs, locale), OF_SAJU),
      days: periodFacts(saju.pillars, 'day', span, locale).map((day) => ({
        ...day,
        relations: rankedRelations(day.relations),
      })),
      months: periodFacts(saju.pillars, 'month', span, locale).map((facts) =>
        only(facts, ['pillar', 'name', 'tenGods']),
      ),
    }),
    ...(astrology && {
      astrology: only(astrologyFacts(astrology, noonMs, locale), OF_ASTROLOGY),
      sky: skyFacts(astrology, period, locale),
    }),
    leftOut: noteFacts(
      notes.leftOut.filter(({ field }) => !OF_LUCK.test(field)),
      locale,
    ),
    assumed: noteFacts(notes.assumed, locale),
  };
}

const point = (id: ChartPoint, locale: Locale) => ({ id, name: POINT_NAMES[id][locale] });

function skyFacts(chart: AstroChart, { fromMs, untilMs, days, timezone }: DailyPeriod, locale: Locale) {
  const natal = tropicalPositionsOf(chart);
  const noonMs = fromMs + HALF_DAY_MS;
  const moon = signOf(eclipticLongitude('moon', noonMs));
  const movers = BODIES.filter((body) => body !== 'moon' || days <= MAX_DAYS_WITH_MOON);
  return {
    moonSign: { id: moon, name: SIGN_NAMES[moon][locale] },
    exact: transitsBetween(natal, { fromMs, untilMs }, movers)
      .slice(0, MAX_EXACT)
      .map(({ atMs, from, to, aspect, retrograde }) => ({
        at: timeIn(timezone, atMs),
        from: point(from, locale),
        to: point(to, locale),
        aspect: { id: aspect, name: ASPECT_NAMES[aspect][locale] },
        ...(retrograde && { retrograde }),
      })),
    lasting: transits(natal, noonMs)
      .slice(0, MAX_LASTING)
      .map(({ from, to, aspect, orb }) => ({
        from: point(from, locale),
        to: point(to, locale),
        aspect: { id: aspect, name: ASPECT_NAMES[aspect][locale] },
        orb: Math.floor(orb * 100) / 100,
      })),
  };
}

export type DailyFacts = ReturnType<typeof dailyFacts>;
