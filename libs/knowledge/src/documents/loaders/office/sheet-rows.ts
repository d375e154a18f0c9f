import { parseXml } from './parse-xml.js';

export interface SheetCell {
  /** Position in the row, from 0. */
  readonly column: number;
  /** NFC, trimmed, never empty. */
  readonly text: string;
  /** False for numbers, dates and truth values. */
  readonly isText: boolean;
}

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  /** Formats a number in the style with this index. */
  readonly formatNumber: (value: number, style: number) => string;
}

/** Returns the cells of each row that has any. */
export function sheetRows(xml: string, context: SheetContext): ReadonlyArray<readonly SheetCell[]> {
  const reader = new SheetReader(context);
  parseXml(xml, reader);
  return reader.rows;
}

/** Returns the table of strings to which cells refer by index. */
export function sharedStringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  parseXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') isText = phonetic === 0;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic--;
      else if (name === 't') isText = false;
    },
  });
  return strings;
}

class SheetReader {
  readonly rows: Array<readonly SheetCell[]> = [];
  readonly #context: SheetContext;
  #cells: SheetCell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'v' || name === 't') this.#isValue = true;
  };

  readonly text = (text: string): void => {
    if (this.#isValue) this.#value += text;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row' && this.#cells.length > 0) this.rows.push(this.#cells);
  };

  #beginCell({ r: reference, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#type = type;
    this.#style = Number(style);
    this.#value = '';
  }

  #endCell(): void {
    const raw = this.#value.trim();
    if (raw === '' || this.#type === 'e') return;
    const text = this.#textOf(raw).normalize('NFC').trim();
    if (text !== '') this.#cells.push({ column: this.#column, text, isText: !['n', 'b', 'd'].includes(this.#type) });
  }

  #textOf(raw: string): string {
    if (this.#type === 's') return this.#context.sharedStrings[Number(raw)] ?? '';
    if (this.#type === 'b') return raw === '1' ? 'true' : 'false';
    if (this.#type !== 'n' || !Number.isFinite(Number(raw))) return raw;
    return this.#context.formatNumber(Number(raw), this.#style);
  }
}

/** Column of a reference: 0 for `A5`, 27 for `AB1`. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.match(/^[A-Z]+/)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
