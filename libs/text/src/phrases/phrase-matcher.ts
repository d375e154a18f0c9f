import { type PatternWord, type WordClasses, keysOfWord, parsePattern } from './phrase-pattern.js';
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
}

/**
 * Finds phrases in a list of words. Each phrase is indexed by the keys of its most selective required word, so that only
 * phrases with that word in the list are tried. A pattern has a bounded number of words and gaps, so the time is linear
 * in the number of words.
 */
export class PhraseMatcher<Value> {
  readonly #byKey = new Map<string, Phrase<Value>[]>();
  readonly #withoutKey: Phrase<Value>[] = [];

  /** @throws PhrasePatternError */
  constructor(phrases: Iterable<readonly [pattern: string, value: Value]>, classes: WordClasses = {}) {
    let order = 0;
    for (const [pattern, value] of phrases) {
      this.#add({ pattern: parsePattern(pattern, classes), value, order: order++ });
    }
  }

  /** All matches, in order of their first words. Each phrase matches at most once for each first word. */
  match(words: readonly Word[]): readonly PhraseMatch<Value>[] {
    const found: (PhraseMatch<Value> & { readonly order: number })[] = [];
    for (const { pattern, value, order } of this.#candidates(words)) {
      for (let first = 0; first < words.length; first++) {
        const matched = matchFrom(pattern, 0, words, first);
        if (matched) found.push({ value, first, ...matched, order });
      }
    }
    return found.sort((a, b) => a.first - b.first || a.order - b.order);
  }

  #candidates(words: readonly Word[]): Iterable<Phrase<Value>> {
    const candidates = new Set(this.#withoutKey);
    for (const { text } of words) {
      for (const key of keysOfWord(text)) for (const phrase of this.#byKey.get(key) ?? []) candidates.add(phrase);
    }
    return candidates;
  }

  #add(phrase: Phrase<Value>): void {
    const keys = phrase.pattern
      .flatMap(({ keys, isOptional }) => (keys && !isOptional ? [keys] : []))
      .reduce<readonly string[] | undefined>(
        (least, each) => (least && least.length <= each.length ? least : each),
        undefined,
      );
    if (!keys) return void this.#withoutKey.push(phrase);
    for (const key of keys) {
      const phrases = this.#byKey.get(key);
      if (phrases) phrases.push(phrase);
      else this.#byKey.set(key, [phrase]);
    }
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
