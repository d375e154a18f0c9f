/** A word of a folded text, without the punctuation around it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  /** End offset, exclusive. */
  readonly end: number;
  /** Whether there is punctuation such as a comma, a bracket or a dash between the previous word and this one. */
  readonly afterPause: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
const PAUSE = /[^\s"“”]/u;

/** The words of a range of a text. Linear in its length. */
export function splitWords(text: string, from = 0, to = text.length): readonly Word[] {
  const words: Word[] = [];
  let last = from;
  for (const { 0: word, index } of text.slice(from, to).matchAll(WORD)) {
    const start = from + index;
    words.push({ text: word, start, end: start + word.length, afterPause: PAUSE.test(text.slice(last, start)) });
    last = start + word.length;
  }
  return words;
}
