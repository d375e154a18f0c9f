import { parseXml } from './parse-xml.js';

export interface OdfParagraph {
  /** Outline level of a heading, from 1; 0 for text. */
  readonly level: number;
  /** NFC, trimmed, never empty. A table row is one paragraph with ` | ` between the cells. */
  readonly text: string;
  /** Name of the sheet or slide; empty in a text document. */
  readonly page: string;
}

interface OpenParagraph {
  readonly level: number;
  text: string;
}

/** Elements with their own text that is no part of the document: deleted text, and numbers of notes. */
const SKIPPED: ReadonlySet<string> = new Set(['tracked-changes', 'note-citation', 'creator', 'date', 'forms']);
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', 'line-break': '\n' };
/** Elements inside a paragraph whose paragraphs follow it. */
const ASIDES: ReadonlySet<string> = new Set(['note-body', 'annotation']);
/** Runs of spaces longer than this are layout. */
const MAX_SPACES = 8;

/** Reads the paragraphs of an OpenDocument text, sheet or presentation. */
export function odfParagraphsOf(xml: string): readonly OdfParagraph[] {
  const reader = new OdfReader();
  parseXml(xml, reader);
  return reader.finish();
}

class OdfReader {
  readonly #paragraphs: OdfParagraph[] = [];
  /** Notes and comments, which follow the text. */
  readonly #asides: OdfParagraph[] = [];
  readonly #open: OpenParagraph[] = [];
  readonly #rows: string[][] = [];
  readonly #cells: string[][] = [];
  #page = '';
  #isWorkbook = false;
  #skipped = 0;
  #aside = 0;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++;
      return;
    }
    if (name === 'p' || name === 'h') this.#open.push({ level: levelOf(name, attributes), text: '' });
    else if (name === 's') this.#add(' '.repeat(Math.min(MAX_SPACES, Number(attributes['text:c'] ?? 1) || 1)));
    else if (CHARACTERS[name] !== undefined) this.#add(CHARACTERS[name]);
    else if (name === 'ruby-text') this.#add('(');
    else if (name === 'table-row') this.#rows.push([]);
    else if (name === 'table-cell') this.#cells.push([]);
    else if (ASIDES.has(name)) this.#aside++;
    else if (name === 'spreadsheet') this.#isWorkbook = true;
    else if (name === 'table' && this.#isWorkbook) this.#page = attributes['table:name'] ?? '';
    else if (name === 'page') this.#page = attributes['draw:name'] ?? '';
  };

  readonly text = (text: string): void => {
    if (this.#skipped === 0) this.#add(text.replace(/\s+/g, ' '));
  };

  readonly close = (name: string): void => {
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 'p' || name === 'h') this.#endParagraph();
    else if (name === 'ruby-text') this.#add(')');
    else if (ASIDES.has(name)) this.#aside--;
    else if (name === 'table-cell') this.#rows.at(-1)?.push(this.#cells.pop()?.join(' ') ?? '');
    else if (name === 'table-row') this.#emit(0, this.#rows.pop()?.filter(Boolean).join(' | ') ?? '');
  };

  finish(): readonly OdfParagraph[] {
    return [...this.#paragraphs, ...this.#asides];
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.text += text;
  }

  #endParagraph(): void {
    const { level, text } = this.#open.pop() ?? { level: 0, text: '' };
    this.#emit(level, text);
  }

  #emit(level: number, raw: string): void {
    const text = raw.normalize('NFC').trim();
    if (text === '') return;
    const cell = this.#aside > 0 ? undefined : this.#cells.at(-1);
    if (cell) cell.push(text);
    else (this.#aside > 0 ? this.#asides : this.#paragraphs).push({ level, text, page: this.#page });
  }
}

const levelOf = (name: string, attributes: Readonly<Record<string, string>>): number =>
  name === 'h' ? Number(attributes['text:outline-level'] ?? 1) || 1 : 0;
