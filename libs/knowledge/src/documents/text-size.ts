const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /\S+/gu;
/** 200 English words correspond to about 500 Korean syllables. */
const WORDS_PER_SYLLABLE = 0.4;
/** Longer runs without a space are URLs, table rules or encoded data and count as several words. */
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
