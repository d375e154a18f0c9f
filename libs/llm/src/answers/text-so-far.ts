/** Length from which a repetition of the text is no coincidence; also how much of the text is kept for comparison. */
const RECOGNIZABLE = 32;
const LETTER = /\p{L}/u;

/** Finds what is new in servers' snapshots of a text, also where they send snapshots as deltas. */
export class TextSoFar {
  #start = '';
  #length = 0;
  /** Whether a delta was a snapshot: then the following ones are snapshots, too. */
  #sendsSnapshots = false;
  /** A delta that may be a snapshot, or a word with a doubled syllable, such as 천 and 천히. The next one decides. */
  #held: string | undefined;

  /** @returns the new part of a chunk that should contain only new text, but may repeat the whole text so far */
  addDelta(delta: string): string {
    if (this.#held !== undefined) return this.#addHeld(this.#held, delta);
    if (this.#sendsSnapshots || this.#length >= RECOGNIZABLE) return this.addSnapshot(delta);
    if (!LETTER.test(this.#start) || !isExtendedBy(this.#start, delta)) return this.#add(delta);
    this.#held = delta;
    return '';
  }

  /** @returns the new part of a chunk that should contain the whole text so far */
  addSnapshot(snapshot: string): string {
    const repeats = snapshot.length >= this.#length && snapshot.startsWith(this.#start);
    return this.#add(repeats ? snapshot.slice(this.#length) : snapshot);
  }

  /** @returns the text held back at the end of the answer */
  end(): string {
    const held = this.#held ?? '';
    this.#held = undefined;
    return this.#add(held);
  }

  #addHeld(held: string, next: string): string {
    this.#held = undefined;
    this.#sendsSnapshots = isExtendedBy(held, next);
    if (this.#sendsSnapshots) return this.addSnapshot(held) + this.addSnapshot(next);
    return this.#add(held) + this.addDelta(next);
  }

  #add(text: string): string {
    this.#length += text.length;
    if (this.#start.length < RECOGNIZABLE) this.#start = (this.#start + text).slice(0, RECOGNIZABLE);
    return text;
  }
}

const isExtendedBy = (text: string, longer: string): boolean => longer.length > text.length && longer.startsWith(text);
