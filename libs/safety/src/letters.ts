/** Syllables, and initial letters standing alone (`ㅈㅅ`), as NFKC leaves them. */
const HANGUL = /[\u1100-\u1112\uAC00-\uD7A3]/;
const LATIN = /[a-z]/;

// Most texts use one script, so half of the patterns can be skipped.
export const hasHangul = (folded: string): boolean => HANGUL.test(folded);
export const hasLatin = (folded: string): boolean => LATIN.test(folded);
