import { MAX_BEGINNING, type PatternWord, type WordClasses, parsePattern } from './phrase-pattern.js';
import type { Word } from './split-words.js';

export interface PhraseMatch<Value> {
  readonly value: Value;
  /** Index of the first word. */
  readonly first: number;
  /** Index after the last word. */
  readonly end: number;
  /** The words matched by the pattern, without its context words. */
  readonly words: readonly Word[];
}

interface Phrase<Value> {
  readonly pattern: readonly PatternWord[];
  readonly value: Value;
  readonly order: number;
  /** Minimum and maximum number of words before the word by which the phrase is indexed. */
  readonly minBefore: number;
  readonly maxBefore: number;
}

type Found<Value> = PhraseMatch<Value> & { readonly order: number };

/**
 * Finds phrases in a list of words. Each phrase is indexed by the keys of its most selective required word, so that it
 * is tried only around such a word. A pattern has a bounded number of words and gaps, so the time is linear in the
 * number of words.
 */
export class PhraseMatcher<Value> {
  readonly #whole = new Map<string, Phrase<Value>[]>();
  readonly #beginning = new Map<string, Phrase<Value>[]>();
  readonly #inside = new Map<string, Phrase<Value>[]>();
  readonly #withoutKey: Phrase<Value>[] = [];

  /** @throws PhrasePatternError */
  constructor(phrases: Iterable<readonly [pattern: string, value: Value]>, classes: WordClasses = {}) {
    let order = 0;
    for (const [pattern, value] of phrases) this.#add(parsePattern(pattern, classes), value, order++);
  }

  /** All matches, in order of their first words. Each phrase matches at most once for each first word. */
  match(words: readonly Word[]): readonly PhraseMatch<Value>[] {
    const found: Found<Value>[] = [];
    for (const phrase of this.#withoutKey) tryFrom(phrase, words, 0, words.length - 1, found);
    for (const [at, { text }] of words.entries()) {
      tryAround(this.#whole.get(text), words, at, found);
      for (let length = 1; length <= MAX_BEGINNING && length <= text.length; length++)
        tryAround(this.#beginning.get(text.slice(0, length)), words, at, found);
      for (const character of text) tryAround(this.#inside.get(character), words, at, found);
    }
    // A phrase is tried around each of its key words, so the same match can be found more than once.
    return found
      .sort((a, b) => a.first - b.first || a.order - b.order)
      .filter(({ first, order }, at) => first !== found[at - 1]?.first || order !== found[at - 1]?.order);
  }

  #add(pattern: readonly PatternWord[], value: Value, order: number): void {
    const [key] = pattern
      .flatMap(({ keys, isOptional }, at) => (keys && !isOptional ? [{ at, keys }] : []))
      .toSorted((a, b) => frequency(a.keys) - frequency(b.keys));
    const before = pattern.slice(0, key?.at);
    const phrase = {
      pattern,
      value,
      order,
      minBefore: before.filter(({ isOptional }) => !isOptional).length,
      maxBefore: before.reduce((sum, { gap }) => sum + Math.max(1, gap), 0),
    };
    if (!key) return void this.#withoutKey.push(phrase);
    const indexes = { whole: this.#whole, beginning: this.#beginning, inside: this.#inside };
    for (const { text, part } of key.keys) {
      const index = indexes[part];
      const phrases = index.get(text);
      if (phrases) phrases.push(phrase);
      else index.set(text, [phrase]);
    }
  }
}

/** Rough estimate of the frequency of words with one of these keys: short words are frequent. */
const frequency = (keys: NonNullable<PatternWord['keys']>): number =>
  keys.reduce((sum, { text, part }) => sum + Math.max(1, 10 - 2 * text.length) * (part === 'inside' ? 2 : 1), 0);

/** Tries phrases whose key word is at position `at`. */
function tryAround<Value>(
  phrases: readonly Phrase<Value>[] | undefined,
  words: readonly Word[],
  at: number,
  found: Found<Value>[],
): void {
  if (!phrases) return;
  for (const phrase of phrases)
    tryFrom(phrase, words, Math.max(0, at - phrase.maxBefore), at - phrase.minBefore, found);
}

/** Adds the matches of a phrase whose first words are between `from` and `to`. */
function tryFrom<Value>(
  { pattern, value, order }: Phrase<Value>,
  words: readonly Word[],
  from: number,
  to: number,
  found: Found<Value>[],
): void {
  for (let first = from; first <= to; first++) {
    const matched = matchFrom(pattern, 0, words, first);
    if (matched) found.push({ value, first, ...matched, order });
  }
}

interface Matched {
  readonly end: number;
  readonly words: readonly Word[];
}

/** Matches the words of the pattern from position `from` on with the words from position `at` on. */
function matchFrom(
  pattern: readonly PatternWord[],
  from: number,
  words: readonly Word[],
  at: number,
): Matched | undefined {
  const head = pattern[from];
  if (!head) return { end: at, words: [] };
  if (head.gap > 0) return matchGap(head.gap, pattern, from + 1, words, at);
  const word = words[at];
  if (word && head.accepts(word.text)) {
    const matched = matchFrom(pattern, from + 1, words, at + 1);
    if (matched) return { end: matched.end, words: head.isContext ? matched.words : [word, ...matched.words] };
  }
  return head.isOptional ? matchFrom(pattern, from + 1, words, at) : undefined;
}

function matchGap(
  gap: number,
  pattern: readonly PatternWord[],
  from: number,
  words: readonly Word[],
  at: number,
): Matched | undefined {
  for (let skipped = 0; skipped <= gap && at + skipped <= words.length; skipped++) {
    const matched = matchFrom(pattern, from, words, at + skipped);
    if (matched) return matched;
  }
  return undefined;
}
