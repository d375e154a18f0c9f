import { oneSyllableNoun } from './one-syllable-noun.js';
import { particleStem } from './korean-particles.js';

/** Last part of the names of dreams, which are written as one word with the symbol: 뱀꿈, 돼지꿈. */
const DREAM = '꿈';
const HANGUL = /^[가-힣]+$/u;

/** Modifiers that are written together with a noun: 큰뱀, 흰소; not the first syllables of 긴장 or 큰일. */
const MODIFIED =
  /^(?!긴[장급밀박축]|큰일)(?:큰|흰|긴|작은|검은|까만|하얀|빨간|붉은|노란|누런|파란|푸른|죽은)([가-힣])$/u;

/**
 * The one-syllable parts of a compound, which pairs of characters cannot find: `뱀꿈을` gives 뱀 and 꿈, `물에빠지는꿈` gives 물
 * and 꿈, `큰뱀이` gives 뱀.
 */
export function compoundParts(word: string): readonly string[] {
  if (!HANGUL.test(word)) return [];
  const stem = particleStem(word, 2);
  const [, noun] = MODIFIED.exec(stem) ?? [];
  return noun === undefined ? dreamParts(stem) : [noun];
}

function dreamParts(stem: string): readonly string[] {
  if (!stem.endsWith(DREAM)) return [];
  const first = stem.slice(0, -DREAM.length);
  if (first.length === 1) return [first, DREAM];
  // A whole phrase without spaces: 물에빠지는꿈.
  const noun = first.length > 2 ? oneSyllableNoun(first.slice(0, 2)) : undefined;
  return noun === undefined ? [DREAM] : [noun, DREAM];
}

/**
 * The term of a one-syllable noun joined with the next word, because `꽃 밭에` is also written `꽃밭`. In a title with
 * spaces between the letters (해 몽), of any syllable.
 */
export function joinedTerm(word: string, next: string): string | undefined {
  if (!HANGUL.test(word) || word.length !== 1 || !HANGUL.test(next)) return undefined;
  if (next.length === 1) return word + next;
  const follower = oneSyllableNoun(next) ?? next;
  return oneSyllableNoun(`${word}의`) === word ? word + follower.charAt(0) : undefined;
}
