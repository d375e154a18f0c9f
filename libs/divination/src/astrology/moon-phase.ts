import { around } from './zodiac.js';

/**
 * Slugs of the phases, as used in the ids of the built-in knowledge files (`astro:phase-full`). Each phase covers 45°
 * around the named moment.
 */
export const MOON_PHASES = [
  'new',
  'waxing-crescent',
  'first-quarter',
  'waxing-gibbous',
  'full',
  'waning-gibbous',
  'last-quarter',
  'waning-crescent',
] as const;
export type MoonPhase = (typeof MOON_PHASES)[number];

export const MOON_PHASE_NAMES: Readonly<Record<MoonPhase, { readonly ko: string; readonly en: string }>> = {
  new: { ko: '신월(삭)', en: 'New Moon' },
  'waxing-crescent': { ko: '초승달', en: 'Waxing Crescent' },
  'first-quarter': { ko: '상현달', en: 'First Quarter' },
  'waxing-gibbous': { ko: '차오르는 볼록달', en: 'Waxing Gibbous' },
  full: { ko: '보름달', en: 'Full Moon' },
  'waning-gibbous': { ko: '기우는 볼록달', en: 'Waning Gibbous' },
  'last-quarter': { ko: '하현달', en: 'Last Quarter' },
  'waning-crescent': { ko: '그믐달', en: 'Waning Crescent' },
};

export const moonPhase = (sun: number, moon: number): MoonPhase =>
  MOON_PHASES[Math.floor(around(moon - sun + 22.5) / 45)] ?? 'new';
