/** Hangul syllables and single initial consonants (`ㅈㅅ`) in their NFKC form. */
const HANGUL = /[\u1100-\u1112\uAC00-\uD7A3]/;
const LATIN = /[a-z]/;

// Most texts use one script, so the patterns of the other one can be skipped.
export const hasHangul = (folded: string): boolean => HANGUL.test(folded);
export const hasLatin = (folded: string): boolean => LATIN.test(folded);
