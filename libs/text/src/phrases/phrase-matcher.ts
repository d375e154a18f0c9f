import { type PatternWord, type WordClasses, parsePattern } from './phrase-pattern.js';
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
}

/**
 * Finds phrases in a list of words. Linear in the number of words: a pattern has a bounded number of words and gaps,
 * and each word is compared only with patterns that can begin with its first character.
 */
export class PhraseMatcher<Value> {
  readonly #byInitial = new Map<string, Phrase<Value>[]>();
  readonly #withAnyInitial: Phrase<Value>[] = [];

  /** @throws PhrasePatternError */
  constructor(phrases: Iterable<readonly [pattern: string, value: Value]>, classes: WordClasses = {}) {
    for (const [pattern, value] of phrases) this.#add({ pattern: parsePattern(pattern, classes), value });
  }

  /** All matches, in order of their first words. Each phrase matches at most once for each first word. */
  match(words: readonly Word[]): readonly PhraseMatch<Value>[] {
    return words.flatMap((word, first) => {
      const candidates = [...(this.#byInitial.get(word.text.charAt(0)) ?? []), ...this.#withAnyInitial];
      return candidates.flatMap(({ pattern, value }) => {
        const matched = matchFrom(pattern, words, first);
        return matched ? [{ value, first, ...matched }] : [];
      });
    });
  }

  #add(phrase: Phrase<Value>): void {
    const initials = initialsOf(phrase.pattern);
    if (!initials) return void this.#withAnyInitial.push(phrase);
    for (const initial of initials) this.#byInitial.set(initial, [...(this.#byInitial.get(initial) ?? []), phrase]);
  }
}

/** First characters of the words that can begin the phrase; undefined when any character can. */
function initialsOf(pattern: readonly PatternWord[]): ReadonlySet<string> | undefined {
  const initials = new Set<string>();
  for (const word of pattern) {
    if (!word.initials) return undefined;
    for (const initial of word.initials) initials.add(initial);
    if (!word.isOptional) return initials;
  }
  return undefined;
}

interface Matched {
  readonly end: number;
  readonly words: readonly Word[];
}

function matchFrom(pattern: readonly PatternWord[], words: readonly Word[], at: number): Matched | undefined {
  const [head, ...rest] = pattern;
  if (!head) return { end: at, words: [] };
  if (head.gap > 0) return matchGap(head.gap, rest, words, at);
  const word = words[at];
  if (word && head.accepts(word.text)) {
    const matched = matchFrom(rest, words, at + 1);
    if (matched) return { end: matched.end, words: head.isContext ? matched.words : [word, ...matched.words] };
  }
  return head.isOptional ? matchFrom(rest, words, at) : undefined;
}

function matchGap(gap: number, rest: readonly PatternWord[], words: readonly Word[], at: number): Matched | undefined {
  for (let skipped = 0; skipped <= gap && at + skipped <= words.length; skipped++) {
    const matched = matchFrom(rest, words, at + skipped);
    if (matched) return matched;
  }
  return undefined;
}
