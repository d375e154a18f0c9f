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
/**
 * A sign of the zodiac: thirty degrees of longitude. The signs are in order from 0°, in the tropical zodiac the spring
 * equinox.
 */
export type Sign = (typeof SIGNS)[number];

export const SIGN_NAMES: Readonly<Record<Sign, { readonly ko: string; readonly en: string }>> = {
  aries: { ko: '양자리', en: 'Aries' },
  taurus: { ko: '황소자리', en: 'Taurus' },
  gemini: { ko: '쌍둥이자리', en: 'Gemini' },
  cancer: { ko: '게자리', en: 'Cancer' },
  leo: { ko: '사자자리', en: 'Leo' },
  virgo: { ko: '처녀자리', en: 'Virgo' },
  libra: { ko: '천칭자리', en: 'Libra' },
  scorpio: { ko: '전갈자리', en: 'Scorpio' },
  sagittarius: { ko: '사수자리', en: 'Sagittarius' },
  capricorn: { ko: '염소자리', en: 'Capricorn' },
  aquarius: { ko: '물병자리', en: 'Aquarius' },
  pisces: { ko: '물고기자리', en: 'Pisces' },
};

/** Normalizes degrees to 0 ≤ x < 360. */
export const around = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** Angular distance between two longitudes in degrees, 0–180. */
export const apart = (one: number, other: number): number => Math.abs(around(one - other + 180) - 180);

export const signOf = (longitude: number): Sign => SIGNS[Math.floor(around(longitude) / 30)] ?? 'aries';

/** A position in the zodiac. `degree` counts from the start of the sign, 0 ≤ x < 30. Unknown values are absent. */
export interface Placement {
  readonly sign: Sign;
  readonly degree?: number;
  /** Number of the house, 1–12. */
  readonly house?: number;
  readonly retrograde?: boolean;
}

export const placementOf = (longitude: number): Placement & { readonly degree: number } => ({
  sign: signOf(longitude),
  degree: around(longitude) % 30,
});

/** Ecliptic longitude; undefined when only the sign is known. */
export const longitudeOf = ({ sign, degree }: Placement): number | undefined =>
  degree === undefined ? undefined : SIGNS.indexOf(sign) * 30 + degree;
