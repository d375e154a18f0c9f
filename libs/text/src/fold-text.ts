import { composeText } from './compose-text.js';

/** A text normalized for comparison, with the mapping of its ranges to the original. */
export interface FoldedText {
  /** NFC, lower case, straight apostrophes, one space for every run of white space. */
  readonly text: string;
  /** The part of the original (in NFC) that corresponds to a range of the folded text. */
  original(start: number, end: number): string;
  /** The range of that part in UTF-16 code units of the original (in NFC). */
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

/** Maps one code unit to exactly one, so that offsets stay valid. İ is kept, because its lower case is longer. */
function foldUnit(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (unit === '’' || unit === '‘') return "'";
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
