/** BM25 parameters as in Lucene and LanceDB. */
const K1 = 1.2;
const B = 0.75;

/**
 * A posting combines a row's position and the term's count in it, so that most terms need a number instead of an array:
 * position × COUNTS + count.
 */
const COUNTS = 1_024;
const MAX_COUNT = COUNTS - 1;

/** An inverted index of one text field, scored by BM25 with LanceDB's formula. */
export class TermField {
  /** Postings in the order of the rows; a term in a single row has its posting without an array. */
  readonly #postings = new Map<string, number | number[]>();
  readonly #lengths: Float32Array;
  /** Number of rows with at least one term. As in LanceDB, other rows are not counted. */
  #rows = 0;
  #averageLength = 0;

  constructor(size: number) {
    this.#lengths = new Float32Array(size);
  }

  /** Adds a row; rows are added in the order of their positions. */
  add(position: number, terms: readonly string[]): void {
    if (terms.length === 0) return;
    this.#lengths[position] = terms.length;
    this.#averageLength += (terms.length - this.#averageLength) / ++this.#rows;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) this.#addPosting(term, position * COUNTS + Math.min(count, MAX_COUNT));
  }

  /** Adds the score of a term to the rows that contain it. */
  addScores(term: string, scores: Float32Array, weight: number): void {
    const postings = this.#postings.get(term);
    if (postings === undefined) return;
    const list = typeof postings === 'number' ? [postings] : postings;
    // Robertson's BM25. The inverse document frequency has Lucene's added 1, which keeps it from being negative.
    const rarity = Math.log(1 + (this.#rows - list.length + 0.5) / (list.length + 0.5));
    for (const posting of list) {
      const position = Math.floor(posting / COUNTS);
      const count = posting % COUNTS;
      const saturation = K1 * (1 - B + (B * this.#lengths[position]!) / this.#averageLength);
      scores[position]! += (weight * rarity * count * (K1 + 1)) / (count + saturation);
    }
  }

  #addPosting(term: string, posting: number): void {
    const postings = this.#postings.get(term);
    if (postings === undefined) this.#postings.set(term, posting);
    else if (typeof postings === 'number') this.#postings.set(term, [postings, posting]);
    else postings.push(posting);
  }
}
