/** Tracks the headings above the current text. */
export class HeadingPath {
  readonly #open: Array<{ readonly depth: number; readonly text: string }> = [];

  /**
   * Adds a heading and removes all previous headings of the same or a greater depth. @param depth 1 for the outermost
   * level.
   */
  enter(depth: number, text: string): void {
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop();
    if (text !== '') this.#open.push({ depth, text });
  }

  current(): readonly string[] {
    return this.#open.map(({ text }) => text);
  }
}
