import { type DocumentBlock, type LoadedFile, type TextToLoad, oneDocument } from '../document.js';
import { storedLetters } from '../letters.js';
import { HtmlReader, type HtmlBlock, type HtmlOptions, type HtmlPage, type Region } from './html-reader.js';
import { titleOf } from './title-of.js';

/** If the main part holds a smaller share of the page's text, the whole page is used. */
const MIN_MAIN_SHARE = 0.6;

/** Extracts a page's text and headings, without scripts, styles and navigation. */
export function loadHtml({ name, text }: TextToLoad): LoadedFile {
  const page = readHtml(text, { xhtml: XHTML_NAME.test(name) || XML_DECLARATION.test(text) });
  const title = page.title || page.blocks.flatMap(({ headings }) => headings)[0] || titleOf(name);
  return oneDocument(title, mainBlocks(page).map(withoutRegions), storedLetters(page));
}

/** XHTML closes empty elements itself: `<script src="x"/>` would otherwise contain the rest of the page. */
const XHTML_NAME = /\.xhtml$/i;
const XML_DECLARATION = /^\s*<\?xml\s/;

/** Browsers look for the declaration in as many bytes. */
const DECLARED_WITHIN = 1_024;
const CHARSET = /<meta\s[^<>]{0,300}charset\s*=\s*["']?([\w-]{1,40})/i;

/** Returns the encoding that a page declares. */
export const declaredCharset = (bytes: Uint8Array): string | undefined =>
  CHARSET.exec(Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1'))?.[1];

export function readHtml(text: string, options?: HtmlOptions): HtmlPage {
  const reader = new HtmlReader(options);
  reader.write(text);
  return reader.finish();
}

/** Extracts the text of an HTML fragment. */
export const textOfHtml = (html: string): string =>
  readHtml(html)
    .blocks.map(({ text }) => text)
    .join('\n');

/** Returns the page's only `main`, or else its only `article`, if it holds enough of the text; otherwise all blocks. */
function mainBlocks({ blocks, regions }: HtmlPage): readonly HtmlBlock[] {
  const enough = MIN_MAIN_SHARE * storedLetters({ blocks });
  const parts = (['main', 'article'] satisfies Region[])
    .filter((region) => regions[region] === 1)
    .map((region) => blocks.filter((block) => block.regions.has(region)));
  return parts.find((part) => storedLetters({ blocks: part }) >= enough) ?? blocks;
}

export const withoutRegions = ({ headings, text }: HtmlBlock): DocumentBlock => ({ headings, text });
