import { APOSTROPHE, CHARACTER_CLASS, LETTER, SENTENCE_END } from './character-class.js';

/** Maximum length of a sentence. Longer ones are split, to limit the text that one pattern can span. */
const MAX_CHARACTERS = 240;
const SPACE = 0x20;

export interface Sentence {
  /** Letters and digits only. */
  readonly letters: string;
  /** Words separated by single spaces, with a space at each end. Apostrophes are dropped: `don't` becomes `dont`. */
  readonly words: string;
}

/** The sentences of a folded text in order, without those that contain no letter. One pass; allocates only the results. */
export function viewSentences(folded: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const letters = new Units(folded.length);
  // Space for one separator before every word and one at the end.
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

/** A buffer of UTF-16 units. */
class Units {
  length = 0;
  readonly #units: Uint16Array;
  readonly #bytes: Buffer;

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity + 1);
    this.#bytes = Buffer.from(this.#units.buffer);
  }

  push(unit: number): void {
    this.#units[this.length++] = unit;
  }

  /** Returns and clears the units pushed so far. Assumes a little-endian machine. */
  take(): string {
    const text = this.#bytes.toString('utf16le', 0, 2 * this.length);
    this.length = 0;
    return text;
  }
}
