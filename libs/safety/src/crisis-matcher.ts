import type { CrisisPhrases } from './crisis-phrases.js';
import type { ConceptMatcher } from './concept-matcher.js';
import { hasHangul, hasLatin } from './letters.js';
import { SentenceMatcher } from './sentence-matcher.js';
import type { ReadText, TextView } from './text-reader.js';

/** Detects suicide and self-harm in a text. Always checks both languages; linear in the text's length. */
export class CrisisMatcher {
  readonly #harmless: readonly RegExp[];
  readonly #korean: readonly RegExp[];
  readonly #english: readonly RegExp[];
  readonly #sentences: SentenceMatcher;

  constructor(
    { phrases, patterns, allow, allowPatterns, sentences }: CrisisPhrases,
    private readonly concepts: ConceptMatcher,
  ) {
    // Longest first, because an alternation takes the first match.
    const plain = [...allow.ko, ...allow.en].toSorted((a, b) => b.length - a.length);
    const harmless = [plain.join('|') || NEVER, ...allowPatterns.ko, ...allowPatterns.en];
    this.#harmless = harmless.map((pattern) => new RegExp(pattern, 'g'));
    this.#korean = compiled(phrases.ko, patterns.ko);
    this.#english = compiled(phrases.en, patterns.en);
    this.#sentences = new SentenceMatcher(sentences, (letters) => this.#blank(letters));
  }

  matches(text: ReadText): boolean {
    const forms = text.corrected ? [text.written, text.corrected] : [text.written];
    return forms.some((form) => this.#matchesForm(form)) || text.disguised().some((form) => this.#matchesForm(form));
  }

  #matchesForm(form: TextView): boolean {
    const sentences = form.sentences.filter(({ words }) => !this.concepts.isHarmless(words));
    // Also matches across sentence ends, to find "죽.고.싶.다".
    const letters = sentences.map((sentence) => sentence.letters).join('');
    return (
      (this.#found(letters) && this.#found(this.#blank(letters))) ||
      this.#sentences.matches(sentences) ||
      this.concepts.isCrisis(form.concepts)
    );
  }

  #found(letters: string): boolean {
    return (
      (hasHangul(letters) && this.#korean.some((pattern) => pattern.test(letters))) ||
      (hasLatin(letters) && this.#english.some((pattern) => pattern.test(letters)))
    );
  }

  /** Removes harmless phrases such as foods, films and figures of speech. Slow, so it is called only after a match. */
  #blank(letters: string): string {
    return this.#harmless.reduce((rest, pattern) => rest.replace(pattern, ' '), letters);
  }
}

/** Compiles the literals into one alternation, which is several times faster than one pattern for each. */
const compiled = (phrases: readonly string[], patterns: readonly string[]): readonly RegExp[] =>
  [phrases.join('|') || NEVER, ...patterns].map((pattern) => new RegExp(pattern));

/** A pattern that nothing matches, for an empty list. */
const NEVER = '(?!)';
