import { type Locale, lastSyllable, syllablesEnding, withLast } from '@app/text';
import type { ConceptData } from './concept-data.js';
import { withFirstCharacters } from './first-characters.js';

/** Position of a concept in the `words` of a sentence. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Characters before and after a concept in which a negation counts. */
const NEGATION_REACH = 18;

/** The word classes of one language, compiled. */
export class ConceptLexicon {
  readonly #concepts: ReadonlyMap<string, RegExp>;
  readonly #before: RegExp;
  readonly #after: RegExp;
  readonly #idioms: RegExp;
  readonly #distant: RegExp;
  readonly #resolved: RegExp;
  readonly #fictional: RegExp;
  readonly #own: RegExp;

  constructor(
    { concepts, negation, idioms, distant, resolved, fictional, own }: ConceptData,
    readonly locale: Locale,
  ) {
    const expand = expander(concepts, locale);
    const alternation = (patterns: readonly string[]) => patterns.map(expand).join('|') || '(?!)';
    // English patterns match whole words; the span begins after the space.
    const whole = (patterns: readonly string[]) => {
      const alternatives = withFirstCharacters(`(?:${alternation(patterns)})`);
      return locale === 'en' ? ` ${alternatives}(?= )` : alternatives;
    };
    this.#concepts = new Map(
      Object.entries(concepts).map(([name, patterns]) => [name, new RegExp(whole(patterns[locale]), 'gm')]),
    );
    this.#before = new RegExp(`(?:${alternation(negation.before[locale])})$`);
    this.#after = new RegExp(`^(?:${alternation(negation.after[locale])})`);
    this.#idioms = new RegExp(whole(idioms[locale]), 'g');
    this.#distant = new RegExp(whole(distant[locale]));
    this.#resolved = new RegExp(whole(resolved[locale]));
    this.#fictional = new RegExp(whole(fictional[locale]));
    this.#own = new RegExp(whole(own[locale]));
  }

  /** Replaces every letter of an idiom by `#`. */
  withoutIdioms(words: string): string {
    return words.replace(this.#idioms, (idiom) => idiom.replaceAll(/[^ ]/g, '#'));
  }

  isDistant(words: string): boolean {
    return this.#distant.test(words);
  }

  /** Whether a sentence is about a past that is over, a story or work, or denies a wish to die. */
  isHarmless(words: string): boolean {
    return this.#resolved.test(words) || (this.#fictional.test(words) && !this.#own.test(words));
  }

  /** Whether a concept occurs. */
  occurs(name: string, words: string): boolean {
    return words.search(this.#pattern(name)) >= 0;
  }

  /** The occurrences of a concept. */
  find(name: string, words: string): readonly Span[] {
    // English patterns begin with the space before the word.
    const skipped = this.locale === 'en' ? 1 : 0;
    return Array.from(words.matchAll(this.#pattern(name)), ({ index, 0: match }) => ({
      start: index + skipped,
      end: index + match.length,
    }));
  }

  #pattern(name: string): RegExp {
    const pattern = this.#concepts.get(name);
    if (!pattern) throw new Error(`unknown safety concept: ${name}`);
    return pattern;
  }

  isNegated(words: string, { start, end }: Span): boolean {
    return (
      this.#before.test(words.slice(Math.max(0, start - NEGATION_REACH), start)) ||
      this.#after.test(words.slice(end, end + NEGATION_REACH))
    );
  }
}

/** Vowels to which a stem's last vowel can contract: 지 → 져, 오 → 와, 두 → 둬, 크 → 커. */
const CONTRACTED: Readonly<Record<string, string>> = { ㅣ: 'ㅕ', ㅗ: 'ㅗㅏ', ㅜ: 'ㅜㅓ', ㅡ: 'ㅓ' };

/** A look-ahead to a syllable with any final consonant, or a contraction of it. */
function anyFinal(syllable: string): string {
  const range = (vowel: string) =>
    `${withLast(syllable, { vowel, final: '' })}-${withLast(syllable, { vowel, final: 'ㅎ' })}`;
  const vowel = lastSyllable(syllable)?.vowel ?? '';
  const contracted = CONTRACTED[vowel];
  return `(?=[${range(vowel)}${contracted ? range(contracted) : ''}])`;
}

/** Expands `{name}` (another concept), `{ㄹ}`, `{=지}`, `~` and `_`; the data file explains them. */
function expander(concepts: ConceptData['concepts'], locale: Locale): (pattern: string) => string {
  const expand = (pattern: string): string =>
    pattern
      .replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
        const named = concepts[name];
        if (!named) throw new Error(`unknown safety concept: ${name}`);
        return `(?:${named[locale].map(expand).join('|')})`;
      })
      .replaceAll(/\{([ㄴㄹㅁㅆ])\}/g, (_, final: string) => `[${syllablesEnding(final)}]`)
      .replaceAll(/\{=([가-힣])\}/g, (_, syllable: string) => anyFinal(syllable))
      .replaceAll('~', ' ?')
      .replaceAll('_', '(?<= )');
  return expand;
}
