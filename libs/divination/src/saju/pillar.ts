import { BRANCHES, branchAt } from './branch.js';
import { ELEMENT_NAMES } from './element.js';
import { STEMS, stemAt } from './stem.js';
import type { Locale } from '@app/text';

/** A stem and a branch by their indices (0–9 and 0–11). Only the sixty pairs of equal parity exist. */
export interface Pillar {
  readonly stem: number;
  readonly branch: number;
}

/** The four pillars of a chart; null for an unknown pillar. */
export interface FourPillars {
  readonly year: Pillar | null;
  readonly month: Pillar | null;
  readonly day: Pillar;
  readonly hour: Pillar | null;
}

export const PILLAR_NAMES = ['year', 'month', 'day', 'hour'] as const;
export type PillarName = (typeof PILLAR_NAMES)[number];

/** Index in the cycle of sixty: 0 (甲子) to 59 (癸亥). */
export const cycleIndex = ({ stem, branch }: Pillar): number => (((6 * stem - 5 * branch) % 60) + 60) % 60;

/** The pillar at an index of the cycle. Accepts any integer, because the cycle repeats in both directions. */
export function pillarAt(index: number): Pillar {
  const place = ((index % 60) + 60) % 60;
  return { stem: place % 10, branch: place % 12 };
}

/** The Chinese characters of a pillar, such as `戊午`. */
export const hanjaOf = ({ stem, branch }: Pillar): string => stemAt(stem).hanja + branchAt(branch).hanja;

/** The joined slugs of stem and branch, such as `muo` in `saju:pillar-muo`. */
export const pillarSlug = ({ stem, branch }: Pillar): string => stemAt(stem).slug + branchAt(branch).slug;

const CYCLE: readonly string[] = Array.from({ length: 60 }, (_, index) => pillarSlug(pillarAt(index)));

/** Romanizations that differ from the joined slugs because of liaison. */
const AS_IT_SOUNDS: Readonly<Record<string, string>> = { eulyu: 'euryu', gapo: 'gabo', gapin: 'gabin' };

/** Name of a pillar within a sentence: `무오(戊午)`; `Muo (戊午)`. */
export function spokenPillar(pillar: Pillar, locale: Locale): string {
  if (locale === 'ko') return `${stemAt(pillar.stem).hangul}${branchAt(pillar.branch).hangul}(${hanjaOf(pillar)})`;
  const slug = pillarSlug(pillar);
  const said = AS_IT_SOUNDS[slug] ?? slug;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} (${hanjaOf(pillar)})`;
}

/** Title of a pillar in the built-in knowledge files: `무오(戊午)`; `Muo (戊午), Earth Horse`. */
export function pillarName(pillar: Pillar, locale: Locale): string {
  const spoken = spokenPillar(pillar, locale);
  if (locale === 'ko') return spoken;
  return `${spoken}, ${ELEMENT_NAMES[stemAt(pillar.stem).element].en} ${branchAt(pillar.branch).animal.en}`;
}

/** Reads `戊午`, `무오`, `무오(戊午)`, `muo`; undefined for anything else, including the sixty pairs that do not exist. */
export function parsePillar(text: string): Pillar | undefined {
  const romanised = CYCLE.indexOf(text.trim().toLowerCase());
  if (romanised >= 0) return pillarAt(romanised);
  const bare = text.trim();
  return pairOf(bare.slice(0, 1), bare.slice(1, 2));
}

/** The pillar of a stem and a branch, each in Chinese or Korean writing. */
export function pairOf(stem: string, branch: string): Pillar | undefined {
  const pillar = {
    stem: STEMS.findIndex(({ hanja, hangul }) => stem === hanja || stem === hangul),
    branch: BRANCHES.findIndex(({ hanja, hangul }) => branch === hanja || branch === hangul),
  };
  const exists = pillar.stem >= 0 && pillar.branch >= 0 && (pillar.stem - pillar.branch) % 2 === 0;
  return exists ? pillar : undefined;
}
