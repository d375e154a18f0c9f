import { randomInt } from 'node:crypto';

/** A source of uniformly distributed integers. */
export interface RandomSource {
  /** 0 ≤ n < `bound`, a whole number from 1 to 2³². */
  below(bound: number): number;
}

/** System randomness; with a seed, a reproducible sequence that is the same on every machine. */
export const randomSource = (seed?: number): RandomSource => (seed === undefined ? SYSTEM : new SeededRandom(seed));

const SYSTEM: RandomSource = { below: (bound) => randomInt(bound) };

const WORDS = 2 ** 32;

/**
 * sfc32 by Chris Doty-Humphrey (PractRand): 128 bits of state, passes BigCrush. For repeatable draws, not for secrets.
 * The seed is a whole number up to 2⁵³ − 1; both its halves count.
 */
class SeededRandom implements RandomSource {
  readonly #state: Uint32Array;

  constructor(seed: number) {
    // Weyl constant in the third word, counter at one; twelve rounds spread a small seed over the whole state.
    this.#state = Uint32Array.of(seed % WORDS, Math.floor(seed / WORDS), 0x9e3779b9, 1);
    for (let round = 0; round < 12; round++) this.#next();
  }

  below(bound: number): number {
    // Reject words beyond the last whole multiple of the bound: they would favour small numbers.
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
