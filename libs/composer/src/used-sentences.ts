/** Sentences already used in this reading, so that none is repeated. Compares letters and digits only. */
export class UsedSentences {
  readonly #used = new Set<string>();
  readonly #earlier: string;

  /** @param earlier texts of the sections named in `after` */
  constructor(earlier: readonly string[] = []) {
    this.#earlier = earlier.map(plain).join('\n');
  }

  has(sentence: string): boolean {
    const own = plain(sentence);
    return this.#used.has(own) || (own !== '' && this.#earlier.includes(own));
  }

  add(sentences: readonly string[]): void {
    for (const sentence of sentences) this.#used.add(plain(sentence));
  }
}

const plain = (text: string): string =>
  text
    .replaceAll(/\[\d+\]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
