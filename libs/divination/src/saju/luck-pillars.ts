import { EARTHLY_BRANCHES, HEAVENLY_STEMS, getLuckPillars } from 'manseryeok';
import type { LuckAgeRounding } from '../birth/conventions.js';
import type { Gender } from '../birth/gender.js';
import { type Pillar, cycleIndex, pillarAt } from './pillar.js';

/** Number of ten-year pillars: ten extend beyond the age of a hundred. */
const DECADES = 10;
const YEAR_MS = 365.2425 * 86_400_000;

export interface LuckPillar {
  readonly pillar: Pillar;
  /** Age at which the pillar begins, rounded as in almanacs; at least 1. */
  readonly age: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Luck {
  readonly direction: 'forward' | 'backward';
  readonly pillars: readonly LuckPillar[];
}

const ROUND: Readonly<Record<LuckAgeRounding, (years: number) => number>> = {
  nearest: Math.round,
  down: Math.floor,
  up: Math.ceil,
};

/**
 * The ten-year pillars (대운), counted from the month pillar: forward for men born in yang years and women born in yin
 * years, otherwise backward. The first one begins after one year for every three days between the birth and the next
 * (forward) or the previous (backward) solar term that opens a month (淵海子平, 論大運).
 */
export function luckPillars(
  instantMs: number,
  { year, month }: { readonly year: Pillar; readonly month: Pillar },
  gender: Gender,
  { luckAgeRounding }: { readonly luckAgeRounding: LuckAgeRounding },
): Luck {
  const named = getLuckPillars({
    instantUTCms: instantMs,
    birthYear: new Date(instantMs).getUTCFullYear(),
    monthPillar: {
      heavenlyStem: HEAVENLY_STEMS[month.stem] ?? '갑',
      earthlyBranch: EARTHLY_BRANCHES[month.branch] ?? '자',
    },
    sajuYearStemIndex: year.stem,
    gender,
    count: DECADES,
  });
  const { forward, startYears, startMonths, startDays } = named;
  const years = startYears + startMonths / 12 + startDays / 360;
  const firstMs = instantMs + years * YEAR_MS;
  const startAge = Math.max(1, ROUND[luckAgeRounding](years));
  const pillars = Array.from({ length: DECADES }, (_, decade) => ({
    pillar: pillarAt(cycleIndex(month) + (forward ? decade + 1 : -decade - 1)),
    age: startAge + decade * 10,
    fromMs: firstMs + decade * 10 * YEAR_MS,
    untilMs: firstMs + (decade + 1) * 10 * YEAR_MS,
  }));
  return { direction: forward ? 'forward' : 'backward', pillars };
}

/** The ten-year pillar in force at an instant; undefined before the first and after the last one. */
export const luckAt = ({ pillars }: Luck, atMs: number): LuckPillar | undefined =>
  pillars.find(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);
