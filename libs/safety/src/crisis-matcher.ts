import type { CrisisPhrases } from './crisis-phrases.js';
import { disguisesOf } from './disguises.js';
import { foldText } from './fold-text.js';
import { hasHangul, hasLatin } from './letters.js';
import { SentenceMatcher } from './sentence-matcher.js';
import { viewSentences } from './sentence-views.js';

/** Detects suicide and self-harm in a text. Always checks both languages; linear in the text's length. */
export class CrisisMatcher {
  readonly #harmless: readonly RegExp[];
  readonly #korean: readonly RegExp[];
  readonly #english: readonly RegExp[];
  readonly #sentences: SentenceMatcher;

  constructor({ phrases, patterns, allow, allowPatterns, sentences }: CrisisPhrases) {
    // Longest first, because an alternation takes the first match.
    const plain = [...allow.ko, ...allow.en].toSorted((a, b) => b.length - a.length);
    const harmless = [plain.join('|') || NEVER, ...allowPatterns.ko, ...allowPatterns.en];
    this.#harmless = harmless.map((pattern) => new RegExp(pattern, 'g'));
    this.#korean = compiled(phrases.ko, patterns.ko);
    this.#english = compiled(phrases.en, patterns.en);
    this.#sentences = new SentenceMatcher(sentences, (letters) => this.#blank(letters));
  }

  matches(text: string): boolean {
    const folded = foldText(text);
    return this.#matchesReading(folded) || disguisesOf(folded).some((reading) => this.#matchesReading(reading));
  }

  #matchesReading(folded: string): boolean {
    const sentences = viewSentences(folded);
    // Also matches across sentence ends, to find "죽.고.싶.다".
    const letters = sentences.map((sentence) => sentence.letters).join('');
    return (this.#found(letters) && this.#found(this.#blank(letters))) || this.#sentences.matches(sentences);
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
