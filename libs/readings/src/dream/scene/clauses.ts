import { isHangul, type Word } from '@app/text';
import type { Clause } from './scene.js';

/** Conjunctions that begin an English clause. */
const BEGINS = /^(?:and|but|then|because|while|until|when|which|where)$/;
/** Endings of Korean clauses that the next clause follows. */
const ENDS = /(?:는데|은데|인데|던데|고|서|며|면서|지만|더니|니까|길래|다가|려고|려는데)$/;

/** Splits a sentence where it could be cut for a quotation. */
export function clausesOf(words: readonly Word[], original: (start: number, end: number) => string): readonly Clause[] {
  const starts = words.filter((word, at) => at === 0 || begins(word, words[at - 1])).map(({ start }) => start);
  const stop = words.at(-1)?.end ?? 0;
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? stop;
    return { start, end, text: original(start, end) };
  });
}

/** Auxiliary verbs after -고 and -다가: 들고 있었다, 알고 보니. */
const AUXILIARY = /^(?:있|계|보니|보면|싶|나서|나니)/;

const begins = ({ text, afterPause }: Word, before: Word | undefined): boolean =>
  afterPause ||
  BEGINS.test(text) ||
  (isHangul(before?.text[0]) && ENDS.test(before?.text ?? '') && !AUXILIARY.test(text));
