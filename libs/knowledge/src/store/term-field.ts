/** BM25 parameters as in Lucene and LanceDB. */
const K1 = 1.2;
const B = 0.75;

/** Positions of the rows that contain a term, with the term's count in each. */
interface Postings {
  readonly positions: number[];
  readonly counts: number[];
}

/** An inverted index of one text field, scored by BM25 with LanceDB's formula. */
export class TermField {
  readonly #postings = new Map<string, Postings>();
  readonly #lengths: Float32Array;
  /** Number of rows with at least one term. As in LanceDB, other rows are not counted. */
  #rows = 0;
  #averageLength = 0;

  constructor(size: number) {
    this.#lengths = new Float32Array(size);
  }

  add(position: number, terms: readonly string[]): void {
    if (terms.length === 0) return;
    this.#lengths[position] = terms.length;
    this.#averageLength += (terms.length - this.#averageLength) / ++this.#rows;
    for (const term of terms) {
      let postings = this.#postings.get(term);
      if (!postings) this.#postings.set(term, (postings = { positions: [], counts: [] }));
      const last = postings.positions.length - 1;
      if (postings.positions[last] === position) postings.counts[last]!++;
      else {
        postings.positions.push(position);
        postings.counts.push(1);
      }
    }
  }

  /** Adds the score of a term to the rows that contain it. */
  addScores(term: string, scores: Float32Array, weight: number): void {
    const postings = this.#postings.get(term);
    if (!postings) return;
    const { positions, counts } = postings;
    // Robertson's BM25. The inverse document frequency has Lucene's added 1, which keeps it from being negative.
    const rarity = Math.log(1 + (this.#rows - positions.length + 0.5) / (positions.length + 0.5));
    for (let at = 0; at < positions.length; at++) {
      const position = positions[at]!;
      const saturation = K1 * (1 - B + (B * this.#lengths[position]!) / this.#averageLength);
      scores[position]! += (weight * rarity * counts[at]! * (K1 + 1)) / (counts[at]! + saturation);
    }
  }
}
