/** Length from which a repetition of the text is no coincidence; also how much of the text is kept for comparison. */
const RECOGNIZABLE = 32;
const LETTER = /\p{L}/u;

/** Finds what is new in servers' snapshots of a text, also where they send snapshots as deltas. */
export class TextSoFar {
  #start = '';
  #length = 0;
  /** Whether a delta was a snapshot: then the following ones are snapshots, too. */
  #sendsSnapshots = false;

  /** @returns the new part of a chunk that should contain only new text, but may repeat the whole text so far */
  addDelta(delta: string): string {
    const isLonger = delta.length > this.#length && LETTER.test(this.#start);
    const maySkip = this.#sendsSnapshots || isLonger || this.#length >= RECOGNIZABLE;
    return this.#add(delta, maySkip);
  }

  /** @returns the new part of a chunk that should contain the whole text so far */
  addSnapshot(snapshot: string): string {
    return this.#add(snapshot, true);
  }

  #add(text: string, maySkip: boolean): string {
    const repeats = maySkip && text.length >= this.#length && text.startsWith(this.#start);
    const added = repeats ? text.slice(this.#length) : text;
    this.#sendsSnapshots ||= repeats && this.#length > 0 && added !== '';
    this.#length += added.length;
    if (this.#start.length < RECOGNIZABLE) this.#start = (this.#start + added).slice(0, RECOGNIZABLE);
    return added;
  }
}
