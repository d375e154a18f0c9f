export const BODIES = [
  'sun',
  'moon',
  'mercury',
  'venus',
  'mars',
  'jupiter',
  'saturn',
  'uranus',
  'neptune',
  'pluto',
] as const;
/** Slug of a body, as used in the ids of the built-in knowledge files: `astro:body-sun`, `astro:sun-in-aries`. */
export type Body = (typeof BODIES)[number];

export const BODY_NAMES: Readonly<Record<Body, { readonly ko: string; readonly en: string }>> = {
  sun: { ko: '태양', en: 'Sun' },
  moon: { ko: '달', en: 'Moon' },
  mercury: { ko: '수성', en: 'Mercury' },
  venus: { ko: '금성', en: 'Venus' },
  mars: { ko: '화성', en: 'Mars' },
  jupiter: { ko: '목성', en: 'Jupiter' },
  saturn: { ko: '토성', en: 'Saturn' },
  uranus: { ko: '천왕성', en: 'Uranus' },
  neptune: { ko: '해왕성', en: 'Neptune' },
  pluto: { ko: '명왕성', en: 'Pluto' },
};
