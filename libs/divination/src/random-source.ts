import { randomInt } from 'node:crypto';

/** A source of uniformly distributed integers. */
export interface RandomSource {
  /** Returns an integer n, 0 ≤ n < `bound`. `bound` is an integer from 1 to 2³². */
  below(bound: number): number;
}

/** System randomness without a seed; with a seed, a reproducible sequence that is the same on every machine. */
export const randomSource = (seed?: number): RandomSource => (seed === undefined ? SYSTEM : new SeededRandom(seed));

const SYSTEM: RandomSource = { below: (bound) => randomInt(bound) };

const WORDS = 2 ** 32;

/**
 * sfc32 by Chris Doty-Humphrey (PractRand): 128 bits of state, passes BigCrush. For repeatable draws, not for secrets.
 * The seed is an integer up to 2⁵³ − 1, of which all bits are used.
 */
class SeededRandom implements RandomSource {
  readonly #state: Uint32Array;

  constructor(seed: number) {
    // The third word is a Weyl constant, the counter starts at one; twelve rounds mix a small seed into the whole
    // state.
    this.#state = Uint32Array.of(seed % WORDS, Math.floor(seed / WORDS), 0x9e3779b9, 1);
    for (let round = 0; round < 12; round++) this.#next();
  }

  below(bound: number): number {
    // Reject values from the last multiple of the bound on: they would bias the result towards small numbers.
    const fair = WORDS - (WORDS % bound);
    let word = this.#next();
    while (word >= fair) word = this.#next();
    return word % bound;
  }

  #next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state;
    const word = (a + b + counter) >>> 0;
    this.#state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + word, counter + 1]);
    return word;
  }
}
