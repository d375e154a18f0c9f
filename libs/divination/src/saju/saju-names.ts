import { capitalised, type Locale } from '@app/text';
import { BRANCHES } from './branch.js';
import { ELEMENTS, ELEMENT_NAMES, type Element } from './element.js';
import { parsePillar, pillarSlug, spokenPillar } from './pillar.js';
import { STEMS } from './stem.js';
import { TEN_GODS, TEN_GOD_NAMES } from './ten-god.js';

export interface SajuName {
  readonly id: string;
  readonly name: string;
}

/** The pillar that a text names as `戊午`, `무오`, `무오(戊午)` or `muo`; undefined for anything else. */
export function pillarNamed(text: string, locale: Locale): SajuName | undefined {
  const pillar = parsePillar(text);
  return pillar && { id: `saju:pillar-${pillarSlug(pillar)}`, name: spokenPillar(pillar, locale) };
}

/** The day pillars of a birth at an unknown time near a change of day, from its saju facts; empty when there is one. */
export function possibleDayPillars(
  facts: Readonly<Record<string, unknown>> | undefined,
  locale: Locale,
): readonly string[] {
  const { day = [] } = (facts?.['candidates'] ?? {}) as { readonly day?: readonly string[] };
  return day.length > 1 ? day.map((pillar) => pillarNamed(pillar, locale)?.name ?? pillar) : [];
}

/** The heavenly stem that a text equals or begins with: `甲`, `갑목(甲木)`, `gap`, `saju:stem-gap`. */
export function stemNamed(text: string, locale: Locale): SajuName | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^saju:stem-/, '');
  const found = STEMS.find(
    ({ hanja, hangul, slug }) =>
      plain.startsWith(hanja) || plain.startsWith(hangul) || plain.split(/[^a-z]/)[0] === slug,
  );
  if (!found) return undefined;
  const { slug, hanja, polarity, element, names } = found;
  return {
    id: `saju:stem-${slug}`,
    name: locale === 'ko' ? names.ko : `${capitalised(slug)} ${hanja} (${polarity} ${element})`,
  };
}

/** Name of a stem or branch that is given in Chinese: `진(辰)`, `Jin (辰)`. Other text is returned unchanged. */
export function spokenCharacter(hanja: string, locale: Locale): string {
  const found = [...STEMS, ...BRANCHES].find((character) => character.hanja === hanja);
  if (!found) return hanja;
  return locale === 'ko' ? `${found.hangul}(${hanja})` : `${capitalised(found.slug)} (${hanja})`;
}

/** The Chinese characters in a name: `偏官` in `편관(偏官)`. */
const hanjaIn = (name: string): string => /\((.+)\)$/u.exec(name)?.[1] ?? name;

/** Id of the ten god whose Chinese characters a name contains: `편관(偏官)`, `Seven Killings (偏官)`. */
export function tenGodNamed(name: string): string | undefined {
  const found = TEN_GODS.find((god) => name.includes(hanjaIn(TEN_GOD_NAMES[god].ko)));
  return found && `saju:tengod-${found}`;
}

/**
 * Converts the name of a ten god to the form of the built-in knowledge files: `Seven Killings (偏官)` becomes `Pyeongwan
 * (偏官, Seven Killings)`.
 */
export function spokenTenGod(name: string, locale: Locale): string {
  const slug = tenGodNamed(name)?.slice('saju:tengod-'.length);
  const [, english, hanja] = /^(.+?) \((.+)\)$/u.exec(name) ?? [];
  if (locale === 'ko' || !slug || !english || !hanja) return name;
  return `${capitalised(slug)} (${hanja}, ${english})`;
}

/** Names of the elements for use within a sentence. */
export const ELEMENT_WORDS = Object.fromEntries(
  ELEMENTS.map((element) => [element, { ko: ELEMENT_NAMES[element].ko, en: element }]),
) as Readonly<Record<Element, { readonly ko: string; readonly en: string }>>;
