const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /\S+/gu;
/** What 200 English words say takes about 500 syllables in Korean. */
const WORDS_PER_SYLLABLE = 0.4;
/** A longer run without a space is no word: an address, a table's rule, encoded data. */
const MAX_WORD_LENGTH = 12;

/** Length of a text in words, comparable between writing systems. */
export function textSize(text: string): number {
  let size = 0;
  for (const [word] of text.matchAll(WORD)) size += wordSize(word);
  return size;
}

function wordSize(word: string): number {
  const syllables = word.match(CJK)?.length ?? 0;
  const rest = word.length - syllables;
  return syllables * WORDS_PER_SYLLABLE + (syllables > 0 ? rest / MAX_WORD_LENGTH : Math.ceil(rest / MAX_WORD_LENGTH));
}
