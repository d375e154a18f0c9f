/** At most three digits: no reading has a thousand sources. */
const CITATION = /\[(\d{1,3})\]/g;
/** An incomplete citation at the end of a piece. */
const UNFINISHED = /\[\d{0,3}$/;

const NONE: readonly number[] = [];

/** Finds `[n]` in a text that arrives in pieces, wherever it is split. Each number is reported once. */
export class CitationScanner {
  #tail = '';
  #seen: Set<number> | undefined;

  /** @returns the citation numbers completed by this piece, in order, without those reported before */
  push(piece: string): readonly number[] {
    if (this.#tail === '' && !piece.includes('[')) return NONE;
    const text = this.#tail + piece;
    this.#tail = UNFINISHED.exec(text)?.[0] ?? '';
    const numbers: number[] = [];
    const seen = (this.#seen ??= new Set());
    for (const [, digits] of text.matchAll(CITATION)) {
      const n = Number(digits);
      if (!seen.has(n)) numbers.push(n);
      seen.add(n);
    }
    return numbers;
  }
}
