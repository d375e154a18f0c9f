import type { Facts } from '../../server/reading-events.js';
import { FACTS_TEXTS } from '../../texts/facts-texts.js';
import { list, numbers, record, text } from '../shapes.js';

export const SIGNS = [
  'aries',
  'taurus',
  'gemini',
  'cancer',
  'leo',
  'virgo',
  'libra',
  'scorpio',
  'sagittarius',
  'capricorn',
  'aquarius',
  'pisces',
] as const;

const POINTS = Object.keys(FACTS_TEXTS.en.bodies);
/** Chart axes, which are not drawn as bodies. */
export const ANGLES: readonly string[] = ['ascendant', 'midheaven'];

/** A body or angle of the chart. */
export interface Placement {
  readonly point: string;
  readonly sign: string;
  readonly signName: string;
  /** Degree within the sign; absent when only the sign is known. */
  readonly degree?: number;
  readonly longitude?: number;
  readonly house?: number;
  readonly isRetrograde: boolean;
}

export interface Aspect {
  readonly from: string;
  readonly to: string;
  readonly aspect: string;
  readonly orb: number;
}

export interface Chart {
  readonly placements: readonly Placement[];
  /** Longitudes of the house cusps, starting with the first house; empty when the time of birth is unknown. */
  readonly cusps: readonly number[];
  readonly aspects: readonly Aspect[];
  readonly transits: readonly Aspect[];
}

export function readChart(astrology: Facts): Chart {
  return {
    placements: POINTS.flatMap((point) => placementOf(point, record(astrology[point]))),
    cusps: numbers(record(astrology['houses'])['cusps']),
    aspects: list(astrology['aspects']).flatMap(aspectOf),
    transits: list(astrology['transits']).flatMap(aspectOf),
  };
}

function placementOf(point: string, facts: Facts): readonly Placement[] {
  const { degree, house } = facts;
  const sign = text(facts['sign']);
  const signName = text(facts['signName']);
  if (!signName) return [];
  const at = SIGNS.findIndex((each) => each === sign);
  return [
    {
      point,
      sign,
      signName,
      isRetrograde: facts['retrograde'] === true,
      ...(typeof degree === 'number' && { degree }),
      ...(typeof degree === 'number' && at >= 0 && { longitude: at * 30 + degree }),
      ...(typeof house === 'number' && { house }),
    },
  ];
}

function aspectOf(facts: Facts): readonly Aspect[] {
  const [from, to, aspect] = [facts['fromId'], facts['toId'], facts['aspect']].map(text);
  if (!from || !to || !aspect || !POINTS.includes(from) || !POINTS.includes(to)) return [];
  return [{ from, to, aspect, orb: typeof facts['orb'] === 'number' ? facts['orb'] : 0 }];
}

/** Formats degrees as `8°05′`, truncated, because rounding would turn 29°59.9′ into the next sign. */
export function degreeText(degree: number): string {
  const minutes = Math.floor(degree * 60 + 1e-9);
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
}
