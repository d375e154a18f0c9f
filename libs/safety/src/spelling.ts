import { type Locale, lastSyllable } from '@app/text';
import type { ConceptData } from './concept-data.js';
import { hasHangul, hasLatin } from './letters.js';

const WORD = /[a-z]{4,}/g;
/** In shorter words only swapped letters are corrected. */
const MIN_LENGTH = 5;

/** Corrects spellings that are common in chats, dialects and haste, and words that are one letter off a listed word. */
export class Spelling {
  readonly #replace: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>>;
  readonly #english: ReadonlyMap<string, string>;
  readonly #known: ReadonlySet<string>;
  readonly #korean: readonly (readonly [RegExp, string])[];

  constructor({ replace, words, not }: ConceptData['spelling']) {
    const compiled = (pairs: typeof replace.ko) =>
      pairs.map(([pattern, word]) => [new RegExp(pattern, 'g'), word] as const);
    this.#replace = { ko: compiled(replace.ko), en: compiled(replace.en) };
    this.#known = new Set([...words.en, ...not]);
    this.#english = new Map(words.en.flatMap((word) => skeletonsOf(word).map((skeleton) => [skeleton, word] as const)));
    this.#korean = words.ko.map((known) => [oneSyllableOff(known), known]);
  }

  /** The text with corrected spellings; equal to it when there is nothing to correct. Linear. */
  correct(folded: string): string {
    const english = hasLatin(folded) ? this.#correctEnglish(folded) : folded;
    return hasHangul(english) ? this.#correctKorean(english) : english;
  }

  #correctEnglish(text: string): string {
    return replaced(text, this.#replace.en).replace(WORD, (word) => this.#corrected(word));
  }

  #correctKorean(text: string): string {
    return this.#korean.reduce(
      (rest, [pattern, known]) => rest.replace(pattern, (piece) => (differsInOneLetter(piece, known) ? known : piece)),
      replaced(text, this.#replace.ko),
    );
  }

  #corrected(word: string): string {
    if (this.#known.has(word) || (word.endsWith('s') && this.#known.has(word.slice(0, -1)))) return word;
    const found = skeletonsOf(word).flatMap((skeleton) => this.#english.get(skeleton) ?? []);
    return found.find((known) => isOneLetterOff(word, known)) ?? word;
  }
}

const replaced = (text: string, pairs: readonly (readonly [RegExp, string])[]): string =>
  pairs.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);

/** The word and all its forms without one letter; the first letter always stays. Two words one letter apart share one. */
const skeletonsOf = (word: string): readonly string[] =>
  word.length > 16
    ? []
    : [word, ...Array.from(word, (_, at) => (at === 0 ? word : word.slice(0, at) + word.slice(at + 1)))];

function isOneLetterOff(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === known[at]) at++;
  const [rest, knownRest] = [word.slice(at), known.slice(at)];
  const isSwapped = rest[0] === knownRest[1] && rest[1] === knownRest[0] && rest.slice(2) === knownRest.slice(2);
  if (known.length < MIN_LENGTH) return isSwapped;
  const [tail, knownTail] = [rest.slice(1), knownRest.slice(1)];
  return isSwapped || tail === knownTail || rest === knownTail || tail === knownRest;
}

/** A pattern for texts that differ from a Korean word in one syllable, not the first. */
const oneSyllableOff = (known: string): RegExp =>
  new RegExp(
    Array.from(known, (_, at) => (at === 0 ? '(?!)' : `${known.slice(0, at)}[가-힣]${known.slice(at + 1)}`)).join('|'),
    'g',
  );

function differsInOneLetter(piece: string, known: string): boolean {
  const differing = Array.from(known).flatMap((syllable, at) => (piece[at] === syllable ? [] : [at]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined) return false;
  const [given, wanted] = [piece.charAt(at), known.charAt(at)].map(lastSyllable);
  if (!given || !wanted) return false;
  const changes = (['initial', 'vowel', 'final'] as const).filter((part) => given[part] !== wanted[part]);
  return changes.length === 1;
}
