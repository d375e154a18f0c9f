import { textSize } from './text-size.js';

/** Range of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Length in words, as counted by `textSize`. */
  readonly size: number;
}

const WORD_END = /\s+/gu;
const LAST_MARK = /[.!?。！？…]["'”’)\]」』]{0,2}$/u;
/**
 * Length of the pieces, in UTF-16 code units, into which words are cut. In any script, five pieces are at most 100
 * words.
 */
const PIECE = 48;

/**
 * Splits a text into spans of at most `maxWords` words. Spans are sentences; longer sentences are split into groups of
 * words, and long words into pieces. The spans are contiguous and cover the whole text.
 */
export function splitText(text: string, maxWords: number): readonly Span[] {
  return cuts(text, endsSentence).flatMap(([start, end]) => fitting(text, start, end, maxWords));
}

/**
 * Sentence boundary: white space after a final punctuation mark and its closing quotes, or the end of a line. One
 * pattern for both would take quadratic time for long runs of spaces.
 */
const endsSentence: Boundary = (text, { index, 0: space }) =>
  space.includes('\n') || LAST_MARK.test(text.slice(Math.max(0, index - 3), index));
const endsWord: Boundary = () => true;

type Boundary = (text: string, space: RegExpExecArray) => boolean;

function fitting(text: string, start: number, end: number, maxWords: number): readonly Span[] {
  const size = textSize(text.slice(start, end));
  if (size <= maxWords) return [{ start, end, size }];
  const words = cuts(text.slice(start, end), endsWord).flatMap(([from, to]) => pieces(text, start + from, start + to));
  return joined(text, words, maxWords);
}

/** Joins adjacent ranges as long as they fit into `maxWords` words. */
function joined(text: string, words: ReadonlyArray<readonly [number, number]>, maxWords: number): readonly Span[] {
  const spans: Span[] = [];
  for (const [start, end] of words) {
    const size = textSize(text.slice(start, end));
    const last = spans.at(-1);
    if (last && last.size + size <= maxWords)
      spans[spans.length - 1] = { start: last.start, end, size: last.size + size };
    else spans.push({ start, end, size });
  }
  return spans;
}

/** Returns the ranges between those runs of white space that are boundaries; a run belongs to the range before it. */
function cuts(text: string, isBoundary: Boundary): ReadonlyArray<readonly [number, number]> {
  const runs = [...text.matchAll(WORD_END)].filter((run) => isBoundary(text, run));
  const ends = runs.map((run) => run.index + run[0].length);
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
