import { isSameWord, splitSentences, wordStems } from '@app/text';

/** Share of the shorter sentence's words from which on two sentences say the same. */
const SAME_MEANING = 0.75;
/** Shorter sentences share too few words to be compared. */
const MIN_WORDS = 4;

/** Sentences already used in this reading, so that none is said twice, word for word or in meaning. */
export class UsedSentences {
  readonly #used: (readonly string[])[] = [];

  /** @param earlier texts of the sections named in `after` */
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
