import { APOSTROPHE, CHARACTER_CLASS, LETTER, SENTENCE_END } from './character-class.js';

/** A sentence without an end in sight is cut here, so that one word in it does not speak for a whole page. */
const MOST_CHARACTERS = 240;

export interface Sentence {
  /** Letters and digits alone: spacing, punctuation and invisible characters make no difference. */
  readonly letters: string;
  /** Words between single spaces, one at each end too; apostrophes leave no gap (`don't` is `dont`). */
  readonly words: string;
}

/** The sentences of a folded text in order; those without a letter left out. */
export function splitSentences(folded: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let letters = '';
  let words = ' ';
  const end = () => {
    if (letters !== '') sentences.push({ letters, words: words.endsWith(' ') ? words : `${words} ` });
    letters = '';
    words = ' ';
  };
  let from = 0;
  let start = 0;
  const take = (to: number) => {
    if (to === from) return;
    const piece = folded.slice(from, to);
    letters += piece;
    words += piece;
  };
  for (let at = 0; at < folded.length; at++) {
    const kind = CHARACTER_CLASS[folded.charCodeAt(at)];
    if (kind === LETTER) {
      if (at - start < MOST_CHARACTERS) continue;
      take(at);
      end();
      from = start = at;
      continue;
    }
    take(at);
    from = at + 1;
    if (kind === SENTENCE_END) {
      end();
      start = from;
    } else if (kind !== APOSTROPHE && !words.endsWith(' ')) words += ' ';
  }
  take(folded.length);
  end();
  return sentences;
}
