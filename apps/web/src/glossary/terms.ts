import type { Locale } from '../server/catalogue.js';
import { EXPLANATIONS, type Explanation } from './explanations.js';

interface Wording {
  readonly name: string;
  /** Source of a regular expression for the words that mean this term. */
  readonly pattern: string;
  readonly text: string;
}

/** A technical term with a short explanation. */
export type Term = Readonly<Record<Locale, Wording>> & { readonly id: string };

const wording = ([name, text, pattern]: Explanation): Wording => ({ name, text, pattern: pattern ?? name });

export const TERMS: readonly Term[] = EXPLANATIONS.map(([id, ko, en]) => ({ id, ko: wording(ko), en: wording(en) }));

/** One group for each term, in the order of the terms; patterns contain no other groups. */
const groups = (locale: Locale): string => TERMS.map((term) => `(${term[locale].pattern})`).join('|');
const WORDS: Readonly<Record<Locale, RegExp>> = {
  ko: new RegExp(groups('ko'), 'gu'),
  en: new RegExp(`(?<![A-Za-z])(?:${groups('en')})(?![A-Za-z])`, 'giu'),
};

interface Part {
  readonly text: string;
  /** The term that this part names. */
  readonly term?: Term | undefined;
}

/** Divides a text into technical terms and the text between them. */
export function splitAtTerms(text: string, locale: Locale): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(WORDS[locale])) {
    const [words, ...groupsOfMatch] = match;
    parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: words, term: TERMS[groupsOfMatch.findIndex((group) => group !== undefined)] });
    from = match.index + words.length;
  }
  return [...parts, { text: text.slice(from) }].filter((part) => part.text !== '');
}
