import { parseXml } from './parse-xml.js';

export interface Paragraph {
  /** Name of the paragraph's style, or the kind of the shape on a slide; empty without one. */
  readonly style: string;
  /** NFC, trimmed, never empty. A table row is one paragraph with ` | ` between the cells. */
  readonly text: string;
}

interface OpenParagraph {
  style: string;
  text: string;
}

/** Elements that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  lineBreak: '\n',
  nbSpace: ' ',
  fwSpace: ' ',
  noBreakHyphen: '-',
};
/** Copies for older programs, and text that tracked changes moved elsewhere. */
const SKIPPED: ReadonlySet<string> = new Set(['Fallback', 'moveFrom']);

/** Reads the paragraphs of Word, PowerPoint and Hancom documents, whose elements have the same local names. */
export function paragraphsOf(xml: string): readonly Paragraph[] {
  const reader = new ParagraphReader();
  parseXml(xml, reader);
  return reader.paragraphs;
}

class ParagraphReader {
  readonly paragraphs: Paragraph[] = [];
  readonly #open: OpenParagraph[] = [];
  /** Open table rows with their finished cells. */
  readonly #rows: string[][] = [];
  /** Open table cells with their finished paragraphs. */
  readonly #cells: string[][] = [];
  #shape = '';
  /** Pronunciation above a word; undefined outside of a `rt` element and before the word. */
  #ruby: string | undefined;
  #inRuby = false;
  #isText = false;
  #skipped = 0;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++;
      return;
    }
    if (name === 'sp') this.#shape = '';
    else if (name === 'ph') this.#shape = attributes['type'] ?? '';
    else if (name === 'p') this.#open.push({ style: attributes['styleIDRef'] ?? this.#shape, text: '' });
    else if (name === 'pStyle') this.#setStyle(attributes['w:val'] ?? '');
    else if (name === 't') this.#isText = true;
    else if (name === 'rt') this.#beginRuby();
    else if (CHARACTERS[name] !== undefined) this.#add(CHARACTERS[name]);
    else if (name === 'tr') this.#rows.push([]);
    else if (name === 'tc') this.#cells.push([]);
  };

  readonly text = (text: string): void => {
    if (this.#isText && this.#skipped === 0) this.#add(text);
  };

  readonly close = (name: string): void => {
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 't') this.#isText = false;
    else if (name === 'rt') this.#inRuby = false;
    else if (name === 'ruby') this.#endRuby();
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc') this.#rows.at(-1)?.push(this.#cells.pop()?.join(' ') ?? '');
    else if (name === 'tr') this.#emit('', this.#rows.pop()?.join(' | ') ?? '');
  };

  #setStyle(style: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.style = style;
  }

  #beginRuby(): void {
    this.#ruby = '';
    this.#inRuby = true;
  }

  /** Word stores the pronunciation before the word. */
  #endRuby(): void {
    const ruby = this.#ruby?.trim();
    this.#ruby = undefined;
    if (ruby) this.#add(`(${ruby})`);
  }

  #add(text: string): void {
    if (this.#inRuby) {
      this.#ruby += text;
      return;
    }
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.text += text;
  }

  #endParagraph(): void {
    const { style, text } = this.#open.pop() ?? { style: '', text: '' };
    this.#emit(style, text);
  }

  #emit(style: string, raw: string): void {
    const text = raw.normalize('NFC').trim();
    if (/^[\s|]*$/.test(text)) return;
    const cell = this.#cells.at(-1);
    if (cell) cell.push(text);
    else this.paragraphs.push({ style, text });
  }
}
