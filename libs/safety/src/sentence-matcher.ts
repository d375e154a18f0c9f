import type { CrisisPhrases } from './crisis-phrases.js';
import { hasHangul, hasLatin } from './letters.js';
import type { Sentence } from './sentence-views.js';

type Rules = CrisisPhrases['sentences'];

/** Matches patterns sentence by sentence; `outsideDreams` patterns skip sentences about a dream or a film. */
export class SentenceMatcher {
  readonly #narrated: RegExp;
  readonly #stems;
  readonly #harmlessEnglish: readonly RegExp[];
  readonly #anywhere;
  readonly #outsideDreams;

  constructor(
    { words, stems, narrated, allow, anywhere, outsideDreams }: Rules,
    /** Removes harmless phrases from Korean text without spaces. */
    private readonly blankKorean: (letters: string) => string,
  ) {
    const compile = compiler(words);
    this.#narrated = new RegExp([...narrated.ko, ...narrated.en].join('|'));
    this.#stems = { ko: new RegExp(stems.ko.join('|')), en: new RegExp(` (?:${stems.en.join('|')})`) };
    this.#harmlessEnglish = compile(allow.en, 'g');
    this.#anywhere = { ko: compile(anywhere.ko), en: compile(anywhere.en) };
    this.#outsideDreams = { ko: compile(outsideDreams.ko), en: compile(outsideDreams.en) };
  }

  matches(sentences: readonly Sentence[]): boolean {
    const korean = sentences.filter(({ letters }) => hasHangul(letters) && this.#stems.ko.test(letters));
    const english = sentences.filter(({ words }) => hasLatin(words) && this.#stems.en.test(words));
    return (
      this.#korean(this.#anywhere.ko, korean) ||
      this.#korean(this.#outsideDreams.ko, this.#own(korean)) ||
      this.#english(this.#anywhere.en, english) ||
      this.#english(this.#outsideDreams.en, this.#own(english))
    );
  }

  /** Sentences that do not narrate a dream or a film. */
  #own(sentences: readonly Sentence[]): readonly Sentence[] {
    return sentences.filter(({ letters }) => !this.#narrated.test(letters));
  }

  #korean(patterns: readonly RegExp[], sentences: readonly Sentence[]): boolean {
    const lines = sentences.map(({ letters }) => letters).join('\n');
    return found(patterns, lines) && found(patterns, this.blankKorean(lines));
  }

  #english(patterns: readonly RegExp[], sentences: readonly Sentence[]): boolean {
    const lines = sentences.map(({ words }) => words).join('\n');
    const blank = () => this.#harmlessEnglish.reduce((rest, pattern) => rest.replace(pattern, ' '), lines);
    return found(patterns, lines) && found(patterns, blank());
  }
}

/** Compiles patterns for texts with one sentence a line, where `^` and `$` match the ends of a sentence (flag `m`). */
const compiler = (words: Rules['words']) => {
  const group = (_: string, name: string) => `(?:${(words[name] ?? []).join('|')})`;
  return (patterns: readonly string[], flags = ''): readonly RegExp[] =>
    patterns.map((pattern) => new RegExp(pattern.replace(/\{([a-z]+)\}/g, group), `m${flags}`));
};

const found = (patterns: readonly RegExp[], lines: string): boolean =>
  lines !== '' && patterns.some((pattern) => pattern.test(lines));
