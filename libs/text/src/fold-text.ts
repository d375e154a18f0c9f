import { composeText } from './compose-text.js';

/** A text made comparable that still knows which characters of the original each range came from. */
export interface FoldedText {
  /** NFC, lower case, one space for every run of white space, straight apostrophes. */
  readonly text: string;
  /** The part of the original (in NFC) that a range of the folded text stands for. */
  original(start: number, end: number): string;
  /** That part's range, in UTF-16 code units of the original (in NFC). */
  range(start: number, end: number): { readonly start: number; readonly end: number };
}

export function foldText(input: string): FoldedText {
  const source = composeText(input);
  const offsets: number[] = [];
  const units: string[] = [];
  for (let index = 0; index < source.length; index++) {
    const folded = foldUnit(source.charAt(index));
    if (folded === ' ' && (units.at(-1) ?? ' ') === ' ') continue;
    units.push(folded);
    offsets.push(index);
  }
  const range = (start: number, end: number) => ({
    start: offsets[start] ?? source.length,
    end: (offsets[end - 1] ?? 0) + 1,
  });
  const original = (start: number, end: number) => source.slice(range(start, end).start, range(start, end).end);
  return { text: units.join(''), original, range };
}

/** One code unit stays one, so that offsets hold: İ, whose lower case is longer, is kept. */
function foldUnit(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (unit === '’' || unit === '‘') return "'";
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
