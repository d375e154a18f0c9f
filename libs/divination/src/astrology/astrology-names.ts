import type { Locale } from '@app/text';
import { BODIES, BODY_NAMES, type Body } from './body.js';
import { SIGNS, SIGN_NAMES, type Sign } from './zodiac.js';

type Names = Readonly<Record<string, { readonly ko: string; readonly en: string }>>;

/** In English only the Sun and the Moon take an article. */
const spokenBody = (body: Body) => ({
  ko: BODY_NAMES[body].ko,
  en: body === 'sun' || body === 'moon' ? `the ${BODY_NAMES[body].en}` : BODY_NAMES[body].en,
});

const [SUN, MOON, ...PLANETS] = BODIES.map((body) => [body, spokenBody(body)] as const);

/** Names of the chart points, in the order in which a reading discusses them. */
export const POINTS: Names = Object.fromEntries([
  ...(SUN && MOON ? [SUN, MOON] : []),
  ['ascendant', { ko: '상승점', en: 'the Ascendant' }],
  ...PLANETS,
  ['midheaven', { ko: '중천점', en: 'the Midheaven' }],
]);

/** The slug of a sign given as `aries`, `Aries`, `양자리` or `astro:sign-aries`; undefined for anything else. */
export function signSlug(text: string): Sign | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^astro:sign-/, '');
  return SIGNS.find((sign) => plain === sign || plain === SIGN_NAMES[sign].ko);
}

/** The name of a sign in the reading's language; a text that names no sign is returned unchanged. */
export function signName(text: string, locale: Locale): string {
  const sign = signSlug(text);
  return sign ? SIGN_NAMES[sign][locale] : text;
}
