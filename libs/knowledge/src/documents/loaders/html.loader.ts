import { HTMLElement, type Node, TextNode, parse } from 'node-html-parser';
import { decodeText } from '../decode-text.js';
import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { HeadingPath } from '../heading-path.js';
import { lettersIn } from '../letters.js';
import { titleOf } from './title-of.js';

/** Elements without readable text, such as scripts, images and navigation. */
const UNREAD: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'NAV',
  'HEAD',
  'IFRAME',
]);
const INLINE: ReadonlySet<string> = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q RB RP RT RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);
/** If the main element holds a smaller share of the page's text, the whole page is used. */
const MIN_MAIN_SHARE = 0.4;
/** Real pages have a nesting depth of some dozens; deeper nesting could overflow the parser's stack. */
const MAX_NESTING = 500;

/** Extracts a page's text and headings, without scripts, styles and navigation. */
export function loadHtml({ name, bytes }: FileToLoad): LoadedFile {
  // Without this option the parser drops the content of elements that are never closed.
  const root = parse(decodeText(bytes), { parseNoneClosedTags: true });
  const page = root.querySelector('body') ?? root;
  for (const unread of page.querySelectorAll([...UNREAD].join(',').toLowerCase())) unread.remove();
  const body = contentOf(page);
  const title = [root.querySelector('title'), root.querySelector('h1')].map((node) => squeezed(node?.text ?? ''));
  return oneDocument(title.find((text) => text !== '') ?? titleOf(name), blocksOf(body), lettersIn(page.text));
}

/** Returns the page's only `main` or `article` element if it holds enough of the text, otherwise the whole page. */
function contentOf(page: HTMLElement): HTMLElement {
  const length = (node: HTMLElement) => squeezed(node.text).length;
  const parts = ['main', 'article'].map((tag) => page.querySelectorAll(tag));
  const single = parts.find((found) => found.length > 0);
  const [part, ...others] = single ?? [];
  return part && others.length === 0 && length(part) >= MIN_MAIN_SHARE * length(page) ? part : page;
}

/** Extracts the text of an HTML fragment. */
export const textOfHtml = (html: string): string =>
  blocksOf(parse(html))
    .map(({ text }) => text)
    .join('\n');

function blocksOf(body: HTMLElement): readonly DocumentBlock[] {
  const walk = new HtmlWalk();
  walk.visit(body, 0);
  return walk.finish();
}

class HtmlWalk {
  readonly #blocks: DocumentBlock[] = [];
  readonly #path = new HeadingPath();
  #text = '';

  visit(node: Node, depth: number): void {
    if (depth > MAX_NESTING) throw new DocumentRefusedError('nests its elements too deeply');
    if (node instanceof TextNode) this.#text += node.text.replace(/\s+/g, ' ');
    else if (node instanceof HTMLElement) this.#element(node, depth);
  }

  finish(): readonly DocumentBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #element(element: HTMLElement, depth: number): void {
    const tag = element.tagName ?? '';
    if (UNREAD.has(tag)) return;
    const heading = /^H([1-6])$/.exec(tag);
    if (heading) return this.#heading(Number(heading[1]), element);
    if (tag === 'PRE') return this.#block(() => (this.#text += element.text));
    if (tag === 'BR') this.#text += '\n';
    else if (tag === 'TD' || tag === 'TH') this.#text += ' ';
    const inside = () => element.childNodes.forEach((child) => this.visit(child, depth + 1));
    if (INLINE.has(tag) || tag === 'TD' || tag === 'TH') inside();
    else this.#block(inside);
  }

  #heading(depth: number, element: HTMLElement): void {
    this.#flush();
    this.#path.enter(depth, squeezed(element.text));
  }

  #block(read: () => void): void {
    this.#flush();
    read();
    this.#flush();
  }

  #flush(): void {
    const text = this.#text.trim();
    if (text !== '') this.#blocks.push({ headings: this.#path.current(), text });
    this.#text = '';
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
