import { isSameWord, splitSentences, wordStems } from '@app/text';

/** Two sentences count as the same when they share at least this fraction of the shorter sentence's words. */
const SAME_MEANING = 0.75;
/** Sentences with fewer words count as the same only when they are equal. */
const MIN_WORDS = 4;

/** Sentences already used in this reading. Prevents repeating a sentence exactly or with small changes. */
export class UsedSentences {
  readonly #used: (readonly string[])[] = [];

  /** @param earlier texts of earlier sections and turns */
  constructor(earlier: readonly string[] = []) {
    this.add(earlier.flatMap((text) => splitSentences(text)));
  }

  has(sentence: string): boolean {
    const words = stemsOf(sentence);
    return this.#used.some((used) => isSame(words, used));
  }

  add(sentences: readonly string[]): void {
    this.#used.push(...sentences.map(stemsOf));
  }
}

const stemsOf = (sentence: string): readonly string[] => [...new Set(wordStems(sentence.replaceAll(/\[\d+\]/g, '')))];

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length < MIN_WORDS) return fewer.length === more.length && fewer.every((word, at) => word === more[at]);
  const shared = fewer.filter((word) => more.some((each) => isSameWord(word, each))).length;
  return shared / fewer.length >= SAME_MEANING && fewer.length * 2 > more.length;
}
