import type { Aspect } from './aspect.js';
import { type AstroChart, tropicalPositionsOf } from './astro-chart.js';
import { BODIES } from './body.js';
import { POINT_NAMES } from './chart-point.js';
import { MOON_PHASE_NAMES } from './moon-phase.js';
import { transits } from './transits.js';
import { type Placement, SIGN_NAMES } from './zodiac.js';
import type { Locale } from '@app/text';

/** Limit on aspects: every prompt contains them, and a section cannot discuss more. */
const MAX_ASPECTS = 8;
const MAX_TRANSITS = 6;

/** Truncates degrees to two decimals, about half a minute of arc. Rounding would turn 29.999° into the next sign. */
export const hundredths = (degrees: number): number => Math.floor(degrees * 100) / 100;

/**
 * The chart as facts of the `reading` event. Each body is `{sign, signName, degree?, house?, retrograde?}`, or null
 * when it is unknown.
 */
export function astrologyFacts(chart: AstroChart, nowMs: number, locale: Locale): Readonly<Record<string, unknown>> {
  const { zodiac, ayanamsha, bodies, ascendant, midheaven, houses, moonPhase, aspects } = chart;
  const place = (placement: Placement | undefined) => placed(placement, locale);
  return {
    ...(zodiac && { zodiac }),
    ...(ayanamsha && { ayanamsha: { ...ayanamsha, degrees: hundredths(ayanamsha.degrees) } }),
    ...Object.fromEntries(BODIES.map((body) => [body, place(bodies[body])])),
    ascendant: place(ascendant),
    midheaven: place(midheaven),
    moonPhase: moonPhase ? { phase: moonPhase, name: MOON_PHASE_NAMES[moonPhase][locale] } : null,
    houses: houses ? { ...houses, cusps: houses.cusps.map(hundredths) } : null,
    aspects: aspects.slice(0, MAX_ASPECTS).map((aspect) => stated(aspect, locale)),
    transits: transits(tropicalPositionsOf(chart), nowMs)
      .slice(0, MAX_TRANSITS)
      .map((aspect) => stated(aspect, locale)),
  };
}

export function placed(placement: Placement | undefined, locale: Locale) {
  if (!placement) return null;
  const { sign, degree, house, retrograde } = placement;
  return {
    sign,
    signName: SIGN_NAMES[sign][locale],
    ...(degree !== undefined && { degree: hundredths(degree) }),
    ...(house && { house }),
    ...(retrograde && { retrograde }),
  };
}

const stated = ({ from, to, aspect, orb }: Aspect, locale: Locale) => ({
  from: POINT_NAMES[from][locale],
  fromId: from,
  aspect,
  to: POINT_NAMES[to][locale],
  toId: to,
  orb: hundredths(orb),
});
