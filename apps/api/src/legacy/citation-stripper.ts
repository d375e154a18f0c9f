/** A citation with the preceding space. */
const CITATION = /[^\S\n]?\[\d{1,3}\]/g;
/** End of the text so far that may be the start of a citation. */
const UNFINISHED = /[^\S\n]?(?:\[\d{0,3})?$/;

/** Removes `[n]` from streamed text, even if split between pieces, for clients that display every character. */
export class CitationStripper {
  #held = '';

  /** The text that can be sent now. */
  push(piece: string): string {
    const text = (this.#held + piece).replaceAll(CITATION, '');
    this.#held = UNFINISHED.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - this.#held.length);
  }

  /** The held text, which was not a citation. */
  flush(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}

export const withoutCitations = (text: string): string => text.replaceAll(CITATION, '');
