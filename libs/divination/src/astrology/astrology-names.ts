import type { Locale } from '@app/text';

type Names = Readonly<Record<string, { readonly ko: string; readonly en: string }>>;

export const SIGNS: Names = {
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

/** In the order in which a reading speaks of them. */
export const POINTS: Names = {
  sun: { ko: '태양', en: 'the Sun' },
  moon: { ko: '달', en: 'the Moon' },
  ascendant: { ko: '상승점', en: 'the Ascendant' },
  mercury: { ko: '수성', en: 'Mercury' },
  venus: { ko: '금성', en: 'Venus' },
  mars: { ko: '화성', en: 'Mars' },
  jupiter: { ko: '목성', en: 'Jupiter' },
  saturn: { ko: '토성', en: 'Saturn' },
  uranus: { ko: '천왕성', en: 'Uranus' },
  neptune: { ko: '해왕성', en: 'Neptune' },
  pluto: { ko: '명왕성', en: 'Pluto' },
  midheaven: { ko: '중천점', en: 'the Midheaven' },
};

/** The slug of a sign given as `aries`, `Aries`, `양자리` or `astro:sign-aries`; undefined for anything else. */
export function signSlug(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^astro:sign-/, '');
  return Object.keys(SIGNS).find((slug) => plain === slug || plain === SIGNS[slug]?.ko);
}

/** The name of a sign in the reading's language; the text itself when it names no sign. */
export const signName = (text: string, locale: Locale): string => SIGNS[signSlug(text) ?? '']?.[locale] ?? text;
