import type { Locale } from '@app/text';
import type { Birth } from '../birth/read-birth.js';
import {
  ASPECT_NAMES,
  type Aspect,
  type Position,
  anyAspectBetween,
  aspectBetween,
  aspectPairs,
  byOrb,
} from './aspect.js';
import { type AstroChart, positionsOf, positionsWithAngles, tropicalPositionsOf } from './astro-chart.js';
import { astrologyFacts, hundredths, placed } from './astrology-facts.js';
import { BODIES, type Body } from './body.js';
import { type ChartPoint, POINT_NAMES } from './chart-point.js';
import { type Span, transitsBetween } from './dated-transits.js';
import { DIGNITY_NAMES, dignitiesOf } from './dignity.js';
import { houseOf } from './houses.js';
import { lunarPoints } from './lunar-points.js';
import { natalChart } from './natal-chart.js';
import { progressedMoment } from './progressed-moment.js';
import { solarReturnMs } from './solar-return.js';
import { around, longitudeOf, placementOf } from './zodiac.js';

/** Options of the request for facts beyond the birth chart. */
export interface WesternOptions {
  /** `all` adds the minor aspects. */
  readonly aspects: 'major' | 'all';
  /** Upper limit of every orb in degrees. */
  readonly maxOrb?: number | undefined;
  /** Restricts the aspects to those that involve one of these points. */
  readonly points?: readonly ChartPoint[] | undefined;
  readonly transits?: Span | undefined;
  readonly solarReturnYear?: number | undefined;
  /** Moment for which secondary progressions are computed. */
  readonly progressedMs?: number | undefined;
}

/** Bodies with dated transits. The Moon is left out; the `daily` reading covers its transits. */
const SLOW_MOVERS = BODIES.filter((body) => body !== 'moon');

/** The whole birth chart as facts, without the limits that apply to prompts. */
export function westernFacts(birth: Birth, chart: AstroChart, options: WesternOptions, nowMs: number, locale: Locale) {
  const positions = allPositions(birth, chart);
  return {
    ...astrologyFacts(chart, nowMs, locale),
    points: pointFacts(positions, chart, locale),
    dignities: dignityFacts(chart, locale),
    aspects: aspectFacts(positions, options, locale),
    ...(options.transits && { transits: transitFacts(chart, options.transits, locale) }),
    ...(options.solarReturnYear !== undefined && {
      solarReturn: solarReturnFacts(birth, options.solarReturnYear, locale),
    }),
    ...(options.progressedMs !== undefined && {
      progressions: progressionFacts(birth, chart, options.progressedMs, locale),
    }),
  };
}

const isExact = ({ moment }: Birth): boolean => moment.earliestMs === moment.latestMs;

/** Bodies and angles in the zodiac of the chart; for an exact birth also the points of the Moon's orbit. */
function allPositions(birth: Birth, chart: AstroChart): readonly Position[] {
  const known = positionsWithAngles(chart);
  if (!isExact(birth)) return known;
  const lunar = Object.entries(lunarPoints(birth.moment.instantMs)) as [ChartPoint, number][];
  return [...known, ...lunar.map(([point, at]) => [point, around(at - (chart.ayanamsha?.degrees ?? 0))] as const)];
}

const pointFacts = (positions: readonly Position[], { houses }: AstroChart, locale: Locale) =>
  Object.fromEntries(
    positions
      .filter(([point]) => point === 'meanNode' || point === 'trueNode' || point === 'lilith')
      .map(([point, longitude]) => {
        const placement = { ...placementOf(longitude), ...(houses && { house: houseOf(longitude, houses) }) };
        return [point, { name: POINT_NAMES[point][locale], ...placed(placement, locale) }];
      }),
  );

const dignityFacts = ({ bodies }: AstroChart, locale: Locale) =>
  BODIES.flatMap((body) => {
    const sign = bodies[body]?.sign;
    return sign ? dignitiesOf(body, sign).map((id) => ({ body, sign, id, name: DIGNITY_NAMES[id][locale] })) : [];
  });

function aspectFacts(positions: readonly Position[], { aspects, maxOrb, points }: WesternOptions, locale: Locale) {
  const find = aspects === 'all' ? anyAspectBetween : aspectBetween;
  const found = aspectPairs<keyof typeof ASPECT_NAMES>(positions, (one, other) => find(one, other, maxOrb));
  const isAsked = ({ from, to }: { from: ChartPoint; to: ChartPoint }) =>
    !points || points.includes(from) || points.includes(to);
  return found.filter(isAsked).map((aspect) => statedAspect(aspect, locale));
}

const statedAspect = ({ from, to, aspect, orb }: Aspect<keyof typeof ASPECT_NAMES>, locale: Locale) => ({
  from,
  fromName: POINT_NAMES[from][locale],
  aspect,
  aspectName: ASPECT_NAMES[aspect][locale],
  to,
  toName: POINT_NAMES[to][locale],
  orb: hundredths(orb),
});

const transitFacts = (chart: AstroChart, span: Span, locale: Locale) =>
  transitsBetween(tropicalPositionsOf(chart), span, SLOW_MOVERS).map(({ atMs, from, to, aspect, retrograde }) => ({
    at: new Date(atMs).toISOString(),
    from,
    fromName: POINT_NAMES[from][locale],
    aspect,
    to,
    toName: POINT_NAMES[to][locale],
    ...(retrograde && { retrograde }),
  }));

/** The chart of another moment, for the same person and the place of birth. */
const chartAt = (birth: Birth, instantMs: number): AstroChart =>
  natalChart({ ...birth, moment: { instantMs, earliestMs: instantMs, latestMs: instantMs } }).chart;

function solarReturnFacts(birth: Birth, year: number, locale: Locale) {
  if (!isExact(birth)) return null;
  const sun = chartAt(birth, birth.moment.instantMs);
  const longitude = tropicalPositionsOf(sun).find(([body]) => body === 'sun')?.[1] ?? 0;
  const atMs = solarReturnMs(longitude, year);
  return { year, at: new Date(atMs).toISOString(), ...withoutTransits(chartAt(birth, atMs), atMs, locale) };
}

function withoutTransits(chart: AstroChart, atMs: number, locale: Locale) {
  const { transits: _, ...facts } = astrologyFacts(chart, atMs, locale);
  return facts;
}

/** Orb in degrees for aspects of progressed to natal positions (A. Leo, The Progressed Horoscope). */
const PROGRESSED_ORB = 1;

/**
 * Facts of the secondary progressions; null for an inexact birth. Angles are left out, because methods of progressing
 * them differ by degrees.
 */
function progressionFacts(birth: Birth, chart: AstroChart, atMs: number, locale: Locale) {
  if (!isExact(birth)) return null;
  const progressed = chartAt(birth, progressedMoment(birth.moment.instantMs, atMs));
  const natal = positionsWithAngles(chart);
  const aspects = byOrb(
    positionsOf(progressed).flatMap((one) => natal.flatMap((other) => aspectBetween(one, other, PROGRESSED_ORB) ?? [])),
  );
  return {
    for: new Date(atMs).toISOString().slice(0, 10),
    bodies: Object.fromEntries(
      BODIES.flatMap((body: Body) => {
        const placement = progressed.bodies[body];
        const longitude = placement && longitudeOf(placement);
        return longitude === undefined ? [] : [[body, placed(placementOf(longitude), locale)]];
      }),
    ),
    aspectsToNatal: aspects.map((aspect) => statedAspect(aspect, locale)),
  };
}
