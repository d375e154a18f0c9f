/** The 33 words Lucene's EnglishAnalyzer drops, so that lexical scores are comparable with a Lucene reference. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by for if in into is it no not of on or such ' +
    'that the their then there these they this to was will with'
  ).split(' '),
);
