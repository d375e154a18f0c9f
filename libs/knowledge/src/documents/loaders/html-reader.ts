import { Parser } from 'htmlparser2';
import type { DocumentBlock } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { HeadingPath } from '../heading-path.js';

/** Elements that can hold the page's main content. */
export type Region = 'main' | 'article';

export interface HtmlBlock extends DocumentBlock {
  /** Regions around the block. */
  readonly regions: ReadonlySet<Region>;
}

export interface HtmlPage {
  /** Content of the `title` element; empty without one. */
  readonly title: string;
  readonly blocks: readonly HtmlBlock[];
  /** Number of elements of each region. */
  readonly regions: Readonly<Record<Region, number>>;
}

export interface HtmlOptions {
  /** XHTML, where `<p/>` is a complete element. */
  readonly xhtml?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements without readable text, such as scripts and images. */
const UNREAD = words('script style noscript template svg iframe');
const INLINE = words(
  'a abbr b bdi bdo cite code data dfn em font i img ins kbd label mark q rb rp rt ruby s samp small span strong sub sup time u var wbr',
);
const CELLS = words('td th');
const HEADING = /^h([1-6])$/;
/** Real pages have a nesting depth of some dozens; the parser's time grows with the square of the depth. */
const MAX_NESTING = 20_000;

/** Collects text blocks and headings while parsing, without recursion. */
export class HtmlReader {
  readonly #blocks: HtmlBlock[] = [];
  readonly #path = new HeadingPath();
  readonly #opened: Record<Region, number> = { main: 0, article: 0 };
  readonly #around: Record<Region, number> = { main: 0, article: 0 };
  readonly #parser: Parser;
  #title: string | undefined;
  #text = '';
  /** Number of open elements within the outermost unread element, including it. */
  #unread = 0;
  #preformatted = 0;
  /** Open navigation menus. */
  readonly #menus: Array<{ readonly start: number; readonly restorePath: () => void }> = [];
  #inTitle = false;
  /** Whether the open `rt` element has a parenthesis of this reader. */
  #opensRuby = false;
  #depth = 0;
  /** Level of the open heading; 0 outside of headings. */
  #heading = 0;

  constructor({ xhtml = false }: HtmlOptions = {}) {
    const handler = {
      onopentagname: (name: string) => this.#open(name),
      ontext: (text: string) => this.#add(text),
      onclosetag: (name: string, isImplied: boolean) => this.#close(name, isImplied),
    };
    this.#parser = new Parser(handler, { recognizeSelfClosing: xhtml });
  }

  write(html: string): void {
    this.#parser.write(html);
  }

  finish(): HtmlPage {
    this.#parser.end();
    this.#flush();
    this.#push(this.#path.finish());
    return { title: this.#title ?? '', blocks: this.#blocks, regions: this.#opened };
  }

  #open(name: string): void {
    if (++this.#depth > MAX_NESTING) throw new DocumentRefusedError('is nested too deeply to be read');
    if (this.#unread > 0 || UNREAD.has(name)) {
      this.#unread++;
      return;
    }
    this.#boundary(name);
    if (name === 'rt') this.#beginRuby();
    const level = Number(HEADING.exec(name)?.[1] ?? 0);
    if (level > 0) {
      if (this.#heading > 0) this.#endHeading();
      this.#heading = level;
    } else if (name === 'title') this.#inTitle = this.#title === undefined;
    else if (name === 'pre') this.#preformatted++;
    else if (name === 'nav') this.#menus.push({ start: this.#blocks.length, restorePath: this.#path.snapshot() });
    else if (isRegion(name)) {
      this.#opened[name]++;
      this.#around[name]++;
    }
  }

  #close(name: string, isImplied: boolean): void {
    this.#depth--;
    if (this.#unread > 0) {
      this.#unread--;
      return;
    }
    if (name === 'rt') this.#endRuby();
    if (name === 'title' && this.#inTitle) this.#endTitle();
    else if (this.#heading > 0 && HEADING.test(name)) this.#endHeading();
    else if (name !== 'br' && !CELLS.has(name)) this.#boundary(name);
    if (name === 'pre') this.#preformatted--;
    else if (name === 'nav') this.#endMenu(isImplied);
    else if (isRegion(name)) this.#around[name]--;
  }

  #add(text: string): void {
    if (this.#unread === 0) this.#text += this.#preformatted > 0 ? text : text.replace(/\s+/g, ' ');
  }

  /** A pronunciation beside its word would be one word with it; pages may bring parentheses in `rp` elements. */
  #beginRuby(): void {
    this.#opensRuby = !/[(（《〈[]\s*$/.test(this.#text);
    if (this.#opensRuby) this.#text += '(';
  }

  #endRuby(): void {
    if (this.#opensRuby) this.#text += ')';
    this.#opensRuby = false;
  }

  /** Ends the current block, or separates words where the element does not start a block. */
  #boundary(name: string): void {
    if (name === 'br') this.#text += '\n';
    else if (CELLS.has(name)) this.#text += ' ';
    else if (INLINE.has(name)) return;
    else if (this.#heading > 0) this.#text += ' ';
    else this.#flush();
  }

  /** Removes a menu, unless its element is never closed: then it contains the rest of the page. */
  #endMenu(isImplied: boolean): void {
    const menu = this.#menus.pop();
    if (!menu || isImplied) return;
    this.#blocks.length = menu.start;
    menu.restorePath();
  }

  #endTitle(): void {
    this.#title = squeezed(this.#text);
    this.#text = '';
    this.#inTitle = false;
  }

  #endHeading(): void {
    this.#push(this.#path.enter(this.#heading, squeezed(this.#text)));
    this.#text = '';
    this.#heading = 0;
  }

  #flush(): void {
    if (this.#heading > 0) this.#endHeading();
    const text = this.#text.trim();
    if (text !== '') this.#push([{ headings: this.#path.current(), text }]);
    this.#text = '';
  }

  #push(blocks: readonly DocumentBlock[]): void {
    const regions = new Set((['main', 'article'] as const).filter((region) => this.#around[region] > 0));
    for (const block of blocks) this.#blocks.push({ ...block, regions });
  }
}

const isRegion = (name: string): name is Region => name === 'main' || name === 'article';

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
