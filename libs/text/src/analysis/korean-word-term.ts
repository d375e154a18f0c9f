import { LRUCache } from 'lru-cache';
import { particleStem } from './korean-particles.js';

const HANGUL_WORD = /^[가-힣]{2,}$/u;
const MIN_STEM = 2;
/** Prefix that distinguishes a word from an equal pair of characters inside another word. */
const MARK = '=';
/** Nouns followed by 하다, 되다, 시키다 or 스럽다 with endings: 결정했습니다, 사랑스러운. */
const NOUN_WITH_VERB =
  /^(.{2,}?)(?:스럽|스러|스런|시키|시켰|시켜|시킨|시킬|되|됐|돼|된|될|됨|됩|하|했|해|합|한|할|함)[가-힣]*$/u;

// Cache: words repeat, and 50 000 entries take about 5 MB.
const terms = new LRUCache<string, string>({ max: 50_000 });

/**
 * The term of a whole Hangul word without particles and verb endings: `=고양` for `고양이를`. Undefined for words without
 * such a term.
 */
export function koreanWordTerm(word: string): string | undefined {
  if (!HANGUL_WORD.test(word)) return undefined;
  const known = terms.get(word);
  if (known !== undefined) return known;
  const noun = NOUN_WITH_VERB.exec(word)?.[1] ?? word;
  const term = MARK + particleStem(noun, MIN_STEM);
  terms.set(word, term);
  return term;
}
