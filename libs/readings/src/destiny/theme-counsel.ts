import type { Element } from '@app/divination';
import type { Locale } from '@app/text';
import counsel from './theme-counsel.json' with { type: 'json' };
import type { Theme } from './theme.js';

type Texts = Readonly<Record<Locale, string>>;
type Strength = 'strong' | 'weak' | 'balanced';

/** What the strength of the day master means for each theme, as the end of a sentence: "for work, …". */
const COUNSEL: Readonly<Record<Exclude<Theme, 'chat'>, Readonly<Record<Strength, Texts>>>> = counsel.strength;

/** Themes that a question names, for readings that have no theme. */
const NAMED: readonly (readonly [Exclude<Theme, 'chat'>, RegExp])[] = [
  [
    'love',
    /연애|사랑|결혼|애인|남자친구|여자친구|인연|이별|재회|\b(?:love|marr\w+|relationship|partner|dating|boyfriend|girlfriend)\b/iu,
  ],
  [
    'career',
    /직장|이직|취업|진로|적성|일자리|회사|승진|사업|창업|\b(?:job|career|work|business|promotion|profession)\b/iu,
  ],
  ['wealth', /재물|금전|재테크|저축|월급|(?<![가-힣])돈|\b(?:money|wealth|savings?|finances?|income)\b/iu],
  ['health', /건강|피곤|지치|지쳐|체력|잠을|\b(?:health|tired|exhaust\w+|energy|sleep|well-being)\b/iu],
  ['family', /가족|부모|어머니|아버지|자녀|아이와|형제|\b(?:family|parents?|mother|father|children|siblings?)\b/iu],
  [
    'life_path',
    /인생|방향|앞으로|살아가|해외|외국|이민|유학|이사|\b(?:my life|direction|purpose|path|abroad|overseas|emigrat\w+|moving)\b/iu,
  ],
];

const isTheme = (theme: unknown): theme is Exclude<Theme, 'chat'> =>
  typeof theme === 'string' && Object.hasOwn(COUNSEL, theme);

/** The theme of a reading; of one without a theme, the theme that its question names. */
export const themeOf = (theme: unknown, question: string): Exclude<Theme, 'chat'> | undefined =>
  isTheme(theme) ? theme : NAMED.find(([, pattern]) => pattern.test(question))?.[0];

/** Counsel for a theme by the strength of the day master; empty when either is unknown. */
export function themeCounsel(theme: Exclude<Theme, 'chat'> | undefined, strength: unknown, locale: Locale): string {
  if (!theme || (strength !== 'strong' && strength !== 'weak' && strength !== 'balanced')) return '';
  return COUNSEL[theme][strength][locale];
}

/** How the useful element can be brought into daily life. */
export const REMEDY_HABITS: Readonly<Record<Element, Texts>> = counsel.habits;
