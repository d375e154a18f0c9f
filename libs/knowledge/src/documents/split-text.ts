import { textSize } from './text-size.js';

/** Range of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Length in words, as counted by `textSize`. */
  readonly size: number;
}

/** Sentence boundary: white space after a final punctuation mark and its closing quotes, or the end of a line. */
const SENTENCE_END = /(?<=[.!?。！？…]["'”’)\]」』]{0,2})\s+|\s*\n\s*/gu;
const WORD_END = /\s+/gu;
/**
 * Length of the pieces, in UTF-16 code units, into which words are cut. In any script, five pieces are at most 100
 * words.
 */
const PIECE = 48;

/**
 * Splits a text into spans of at most `most` words. Spans are sentences; longer sentences are split into groups of
 * words, and long words into pieces. The spans are contiguous and cover the whole text.
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

/** Joins adjacent ranges as long as they fit into `most` words. */
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

/** Returns the ranges between the matches of a pattern; each match belongs to the range before it. */
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

/** Moves a position out of a surrogate pair. */
const wholeCharacters = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at);
