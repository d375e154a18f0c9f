import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { titleOf } from './title-of.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

export interface PdfLimits {
  readonly pages: number;
  /** Maximum number of characters on all pages together. */
  readonly characters: number;
}

/** The limit of pages is far above the page count of large books. */
const LIMITS: PdfLimits = { pages: 5_000, characters: 20_000_000 };
/** Pages without text that are checked for pictures; finding pictures decodes them. */
const MAX_CHECKED_PAGES = 5;
/**
 * Share of characters without meaning above which the fonts do not map their glyphs to characters. A few of them occur
 * in normal documents as bullets.
 */
const MAX_UNMAPPED_SHARE = 0.3;

/** Character maps of the encodings that Korean, Chinese and Japanese office programs use. */
const CHARACTER_MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps', sep);
const OPTIONS = { verbosity: 0, cMapUrl: CHARACTER_MAPS };

const REASONS: Readonly<Record<string, string>> = { PasswordException: 'is protected by a password' };

/** Loads a PDF's text as one block per page under the heading `p. 7`, so that a passage includes its page number. */
export async function loadPdf({ name, bytes }: FileToLoad, limits: PdfLimits = LIMITS): Promise<LoadedFile> {
  if (!Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) throw new DocumentRefusedError('is not a PDF');
  let pdf: Pdf | undefined;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), OPTIONS);
    return await read(pdf, name, limits);
  } catch (error) {
    if (error instanceof DocumentRefusedError) throw error;
    throw new DocumentRefusedError(REASONS[(error as Error).name] ?? 'is not a PDF that can be read', { cause: error });
  } finally {
    await pdf?.loadingTask.destroy();
  }
}

async function read(pdf: Pdf, name: string, limits: PdfLimits): Promise<LoadedFile> {
  if (pdf.numPages > limits.pages)
    throw new DocumentRefusedError(`has ${pdf.numPages} pages; at most ${limits.pages} are read`);
  const { text } = await extractText(pdf, { mergePages: false });
  const characters = text.reduce((sum, page) => sum + page.length, 0);
  if (characters > limits.characters)
    throw new DocumentRefusedError(`has ${characters} characters of text; at most ${limits.characters} are read`);
  const pages = text.map(flowing);
  refuseUnmapped(pages.join(''));
  const empty = pages.flatMap((page, index) => (page === '' ? [index + 1] : []));
  const hasPictures = await holdsPictures(pdf, empty.slice(0, MAX_CHECKED_PAGES));
  if (empty.length === pages.length)
    throw new DocumentRefusedError(hasPictures ? 'holds pictures only; it needs OCR first' : 'contains no text');
  const blocks = pages.map((page, index) => ({ headings: [`p. ${index + 1}`], text: page }));
  const notes = hasPictures ? [`holds pictures only on ${pageList(empty)}; they need OCR first`] : [];
  return { ...oneDocument((await titleIn(pdf)) || titleOf(name), blocks), notes };
}

/** Fonts without a mapping to Unicode give private or unassigned characters. */
function refuseUnmapped(text: string): void {
  const unmapped = text.match(/[\p{Co}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  if (unmapped > MAX_UNMAPPED_SHARE * text.length)
    throw new DocumentRefusedError('has fonts without character mappings; it needs OCR first');
}

async function titleIn(pdf: Pdf): Promise<string> {
  const meta = await pdf.getMetadata().catch(() => undefined);
  const { Title: title }: { Title?: unknown } = meta?.info ?? {};
  return typeof title === 'string' ? flowing(title) : '';
}

async function holdsPictures(pdf: Pdf, pages: readonly number[]): Promise<boolean> {
  const { OPS } = await import('unpdf/pdfjs');
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  for (const number of pages) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    if (fnArray.some((operator) => pictures.has(operator))) return true;
  }
  return false;
}

const MAX_LISTED_PAGES = 10;

function pageList(pages: readonly number[]): string {
  const listed = pages.slice(0, MAX_LISTED_PAGES).join(', ');
  const rest = pages.length - MAX_LISTED_PAGES;
  return `${pages.length === 1 ? 'page' : 'pages'} ${listed}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Joins the lines of a page, since line ends are not sentence ends, and removes hyphenation. */
const flowing = (page: string): string =>
  page
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000E-\u001F]/g, ' ')
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
