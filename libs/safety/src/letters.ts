/** Syllables, and initial letters standing alone (`ㅈㅅ`), as NFKC leaves them. */
const HANGUL = /[\u1100-\u1112\uAC00-\uD7A3]/;
const LATIN = /[a-z]/;

// Most texts are in one script: half of the patterns need not be asked at all.
export const hasHangul = (folded: string): boolean => HANGUL.test(folded);
export const hasLatin = (folded: string): boolean => LATIN.test(folded);
