import { oneSyllableNoun } from './one-syllable-noun.js';
import { particleStem } from './korean-particles.js';

/** Dreams are named by what was seen, in one word: 뱀꿈, 돼지꿈. */
const DREAM = '꿈';
const HANGUL = /^[가-힣]+$/u;

/** The parts of a joined word whose head has one syllable, which pairs of characters cannot find: `뱀꿈을` is 뱀 and 꿈. */
export function compoundParts(word: string): readonly string[] {
  if (!word.includes(DREAM, 1) || !HANGUL.test(word)) return [];
  const stem = particleStem(word, 2);
  if (!stem.endsWith(DREAM)) return [];
  const first = stem.slice(0, -DREAM.length);
  return first.length === 1 ? [first, DREAM] : [DREAM];
}

/** The joined form of a one-syllable noun and the word after it: `꽃 밭에` is also written `꽃밭`. */
export function joinedTerm(word: string, next: string): string | undefined {
  if (!HANGUL.test(word) || word.length !== 1 || !HANGUL.test(next)) return undefined;
  const follower = oneSyllableNoun(next) ?? next;
  return oneSyllableNoun(`${word}의`) === word ? word + follower.charAt(0) : undefined;
}
