import type { DocumentBlock } from './document.js';

interface OpenHeading {
  readonly depth: number;
  readonly text: string;
  hasText: boolean;
}

/** Longer headings are text: their element was not closed, or the document uses the style for paragraphs. */
const MAX_HEADING_LENGTH = 120;

/** Tracks the headings above the current text. */
export class HeadingPath {
  #open: OpenHeading[] = [];

  /** Returns a function that restores the current state. */
  snapshot(): () => void {
    const open = this.#open.map((heading) => ({ ...heading }));
    return () => {
      this.#open = open;
    };
  }

  /**
   * Adds a heading and removes all previous headings of the same or a greater depth.
   * @param depth 1 for the outermost level.
   * @returns a block for each removed heading without text below it, which would be lost otherwise; for a heading that is
   *   too long, a block with its text.
   */
  enter(depth: number, text: string): readonly DocumentBlock[] {
    if (text.length > MAX_HEADING_LENGTH) return [{ headings: this.current(), text }];
    const blocks: DocumentBlock[] = [];
    for (let last = this.#open.at(-1); last && last.depth >= depth; last = this.#open.at(-1)) {
      this.#open.pop();
      if (!last.hasText) blocks.push({ headings: this.current(), text: last.text });
    }
    if (text !== '') this.#open.push({ depth, text, hasText: false });
    return blocks;
  }

  /** Ends all headings; returns blocks like `enter`. */
  finish(): readonly DocumentBlock[] {
    return this.enter(0, '');
  }

  /** Returns the headings above the text that follows. */
  current(): readonly string[] {
    for (const heading of this.#open) heading.hasText = true;
    return this.#open.map(({ text }) => text);
  }
}
