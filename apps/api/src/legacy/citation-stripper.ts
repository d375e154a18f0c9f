/** A citation with the space before it. */
const CITATION = /[^\S\n]?\[\d{1,3}\]/g;
/** What the end of the text so far may turn into one. */
const UNFINISHED = /[^\S\n]?(?:\[\d{0,3})?$/;

/** Takes `[n]` out of a text that arrives in pieces, wherever it is split: for clients that show every character. */
export class CitationStripper {
  #held = '';

  /** What can be shown now. */
  push(piece: string): string {
    const text = (this.#held + piece).replaceAll(CITATION, '');
    this.#held = UNFINISHED.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - this.#held.length);
  }

  /** What was held back and is no citation after all. */
  flush(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}

export const withoutCitations = (text: string): string => text.replaceAll(CITATION, '');
