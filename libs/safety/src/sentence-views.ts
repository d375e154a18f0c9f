import { APOSTROPHE, CHARACTER_CLASS, LETTER, SENTENCE_END } from './character-class.js';

/** A sentence without an end in sight is cut here, so that one word in it does not speak for a whole page. */
const MAX_CHARACTERS = 240;
const SPACE = 0x20;

export interface Sentence {
  /** Letters and digits alone: spacing, punctuation and invisible characters make no difference. */
  readonly letters: string;
  /** Words between single spaces, one at each end too; apostrophes leave no gap (`don't` is `dont`). */
  readonly words: string;
}

/** The sentences of a folded text in order; those without a letter left out. One pass, no string but the results. */
export function viewSentences(folded: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const letters = new Units(folded.length);
  // A space before every word and one at the end.
  const words = new Units(2 * folded.length + 2);
  let gap = true;
  let start = 0;
  const end = (next: number) => {
    words.push(SPACE);
    if (letters.length > 0) sentences.push({ letters: letters.take(), words: words.take() });
    else words.take();
    gap = true;
    start = next;
  };
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const kind = CHARACTER_CLASS[unit];
    if (kind === LETTER) {
      if (gap) words.push(SPACE);
      gap = false;
      letters.push(unit);
      words.push(unit);
    } else if (kind === SENTENCE_END) end(at + 1);
    else if (kind !== APOSTROPHE) gap = true;
    if (at - start >= MAX_CHARACTERS) end(at + 1);
  }
  end(folded.length);
  return sentences;
}

/** UTF-16 units on their way to become strings. */
class Units {
  length = 0;
  readonly #units: Uint16Array;
  readonly #bytes: Buffer;

  constructor(most: number) {
    this.#units = new Uint16Array(most + 1);
    this.#bytes = Buffer.from(this.#units.buffer);
  }

  push(unit: number): void {
    this.#units[this.length++] = unit;
  }

  /** What was pushed since the last time. Two bytes a unit, little-endian as every machine we run on. */
  take(): string {
    const text = this.#bytes.toString('utf16le', 0, 2 * this.length);
    this.length = 0;
    return text;
  }
}
