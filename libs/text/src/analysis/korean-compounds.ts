import { oneSyllableNoun } from './one-syllable-noun.js';
import { particleStem } from './korean-particles.js';

/** Last part of the names of dreams, which are written as one word with the symbol: 뱀꿈, 돼지꿈. */
const DREAM = '꿈';
const HANGUL = /^[가-힣]+$/u;

/**
 * The parts of a compound that ends in a one-syllable word; pairs of characters cannot find these parts. `뱀꿈을` gives 뱀
 * and 꿈.
 */
export function compoundParts(word: string): readonly string[] {
  if (!word.includes(DREAM, 1) || !HANGUL.test(word)) return [];
  const stem = particleStem(word, 2);
  if (!stem.endsWith(DREAM)) return [];
  const first = stem.slice(0, -DREAM.length);
  return first.length === 1 ? [first, DREAM] : [DREAM];
}

/** The term of a one-syllable noun joined with the next word, because `꽃 밭에` is also written `꽃밭`. */
export function joinedTerm(word: string, next: string): string | undefined {
  if (!HANGUL.test(word) || word.length !== 1 || !HANGUL.test(next)) return undefined;
  const follower = oneSyllableNoun(next) ?? next;
  return oneSyllableNoun(`${word}의`) === word ? word + follower.charAt(0) : undefined;
}
