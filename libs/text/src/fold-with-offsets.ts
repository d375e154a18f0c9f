/** A text made comparable, with the way back. */
export interface FoldedText {
  /** NFC, lower case, one space for every run of white space, straight apostrophes. */
  readonly text: string;
  /** The words of the original (in NFC) that a range of the folded text stands for. */
  original(start: number, end: number): string;
}

export function foldWithOffsets(input: string): FoldedText {
  const source = input.normalize('NFC');
  const offsets: number[] = [];
  let text = '';
  for (let index = 0; index < source.length; index++) {
    const folded = foldUnit(source.charAt(index));
    if (folded === ' ' && (text === '' || text.endsWith(' '))) continue;
    text += folded;
    offsets.push(index);
  }
  return { text, original: (start, end) => source.slice(offsets[start], (offsets[end - 1] ?? 0) + 1) };
}

/** One code unit stays one code unit, so that offsets remain true: İ, whose lower case is longer, is kept. */
function foldUnit(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (unit === '’' || unit === '‘') return "'";
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
