import { textSize } from './text-size.js';

/** Part of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** In words, see `textSize`. */
  readonly size: number;
}

/** Behind the mark that ends a sentence, with its closing quotes, or at the end of a line. */
const SENTENCE_END = /(?<=[.!?。！？…]["'”’)\]」』]{0,2})\s+|\s*\n\s*/gu;
const WORD_END = /\s+/gu;
/** Code units of a piece of what has no spaces; five such pieces are 100 words of any script. */
const PIECE = 48;

/**
 * Cuts a text into spans of at most `most` words each: sentences, or where one is longer runs of words, or where a
 * word is pieces of it. Each span ends where the next begins, the first begins at 0 and the last ends with the text.
 */
export function splitText(text: string, most: number): readonly Span[] {
  return cuts(text, SENTENCE_END).flatMap(([start, end]) => fitting(text, start, end, most));
}

function fitting(text: string, start: number, end: number, most: number): readonly Span[] {
  const size = textSize(text.slice(start, end));
  if (size <= most) return [{ start, end, size }];
  const words = cuts(text.slice(start, end), WORD_END).flatMap(([from, to]) => pieces(text, start + from, start + to));
  return joined(text, words, most);
}

/** Neighbouring pieces, as many together as fit. */
function joined(text: string, words: ReadonlyArray<readonly [number, number]>, most: number): readonly Span[] {
  const spans: Span[] = [];
  for (const [start, end] of words) {
    const size = textSize(text.slice(start, end));
    const last = spans.at(-1);
    if (last && last.size + size <= most) spans[spans.length - 1] = { start: last.start, end, size: last.size + size };
    else spans.push({ start, end, size });
  }
  return spans;
}

/** The ranges between the matches of a pattern; a match belongs to the range before it. */
function cuts(text: string, pattern: RegExp): ReadonlyArray<readonly [number, number]> {
  const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  const bounds = [0, ...ends.filter((end) => end > 0 && end < text.length), text.length];
  return bounds.slice(1).map((end, index) => [bounds[index] ?? 0, end] as const);
}

function pieces(text: string, start: number, end: number): ReadonlyArray<readonly [number, number]> {
  const found: Array<readonly [number, number]> = [];
  for (let from = start; from < end;) {
    const to = from + PIECE >= end ? end : wholeCharacters(text, from + PIECE);
    found.push([from, to]);
    from = to;
  }
  return found;
}

/** Never between the halves of a surrogate pair. */
const wholeCharacters = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at);
