import { z } from 'zod';
import { BRANCHES } from './branch.js';
import { type FourPillars, PILLAR_NAMES, type Pillar, type PillarName, pairOf, parsePillar } from './pillar.js';
import type { SajuChart } from './saju-chart.js';
import { STEMS } from './stem.js';

/**
 * Lenient schemas: clients of every version send charts, so unreadable values count as absent and never cause errors.
 */
const loose = z.record(z.string(), z.unknown()).catch({});
const word = z.string().max(40).catch('');

const PILLAR_KEYS: Readonly<Record<PillarName, readonly string[]>> = {
  year: ['year', 'yearPillar', 'year_pillar'],
  month: ['month', 'monthPillar', 'month_pillar'],
  day: ['day', 'dayPillar', 'day_pillar'],
  hour: ['hour', 'time', 'hourPillar', 'timePillar', 'hour_pillar', 'time_pillar'],
};
const STEM_KEYS = ['heavenlyStem', 'heavenly_stem', 'stem', 'cheongan', 'gan'];
const BRANCH_KEYS = ['earthlyBranch', 'earthly_branch', 'branch', 'jiji', 'ji', 'zhi'];
const NAME_KEYS = ['hanja', 'ganji', 'pillar', 'name', 'korean', 'char'];

/**
 * Parses a chart sent by a client: pillars as `戊午`, `무오`, `muo` or `{heavenlyStem, earthlyBranch}`, under `pillars` or
 * as top-level fields. Undefined without a day pillar, because all other values are relative to it.
 */
export function clientSaju(value: Readonly<Record<string, unknown>>): SajuChart | undefined {
  const { day, ...others } = pillarsIn(loose.parse(value['pillars'] ?? value['fourPillars'] ?? value));
  if (!day) return undefined;
  const luck = loose.parse(first(value, ['luck', 'daeWoon', 'daewoon', 'daeun', 'luckPillars']));
  const currentLuck = pillarFrom(luck['current']);
  return { pillars: { ...others, day }, ...(currentLuck && { currentLuck }) };
}

function pillarsIn(source: Readonly<Record<string, unknown>>): Omit<FourPillars, 'day'> & { day: Pillar | null } {
  const [year, month, day, hour] = PILLAR_NAMES.map((name) => pillarFrom(first(source, PILLAR_KEYS[name])) ?? null);
  return { year: year ?? null, month: month ?? null, day: day ?? null, hour: hour ?? null };
}

function pillarFrom(value: unknown): Pillar | undefined {
  const whole = parsePillar(word.parse(value));
  if (whole) return whole;
  const source = loose.parse(value);
  const pair = pairOf(stemIn(first(source, STEM_KEYS)), branchIn(first(source, BRANCH_KEYS)));
  return pair ?? NAME_KEYS.map((key) => parsePillar(word.parse(source[key]))).find(Boolean);
}

const stemIn = (value: unknown): string => character(value, STEMS);
const branchIn = (value: unknown): string => character(value, BRANCHES);

/** Reads a stem or branch given as `甲`, `갑`, `갑목`, `gap`, or as an object with one of these as its name. */
function character(value: unknown, known: readonly { slug: string; hanja: string }[]): string {
  const text = word.parse(value) || word.parse(first(loose.parse(value), NAME_KEYS));
  return known.find(({ slug }) => slug === text.toLowerCase())?.hanja ?? text.slice(0, 1);
}

const first = (source: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown =>
  keys.map((key) => source[key]).find((value) => value !== undefined && value !== null);
