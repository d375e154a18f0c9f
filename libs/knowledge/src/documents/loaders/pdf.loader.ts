import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { titleOf } from './title-of.js';

export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  readonly mostCharacters: number;
}

export type PdfAnswer =
  | { readonly refused: string }
  | { readonly pages: readonly string[]; readonly title: string; readonly refused?: undefined };

/** Limits per PDF. */
export interface PdfLimits {
  readonly pages: number;
  /** Maximum number of characters on all pages together. */
  readonly characters: number;
  readonly timeMs: number;
  /** Maximum growth of the process's memory; a few kilobytes can decompress to gigabytes. */
  readonly bytes: number;
}

/** The limit of pages is far above the page count of large books. */
const LIMITS: PdfLimits = { pages: 5_000, characters: 20_000_000, timeMs: 120_000, bytes: 1_000_000_000 };
const WATCH_MS = 20;
const WORKER_FILE = fileURLToPath(new URL(`./pdf.worker${extname(import.meta.url)}`, import.meta.url));

/** Loads a PDF's text as one block per page under the heading `p. 7`, so that a passage includes its page number. */
export async function loadPdf({ name, bytes }: FileToLoad, limits: PdfLimits = LIMITS): Promise<LoadedFile> {
  if (!Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) throw new DocumentRefusedError('is not a PDF');
  const answer = await readInThread(bytes, limits);
  if (answer.refused !== undefined) throw new DocumentRefusedError(answer.refused);
  const blocks = answer.pages.map((page, index) => ({ headings: [`p. ${index + 1}`], text: flowing(page) }));
  if (blocks.every(({ text }) => text === ''))
    throw new DocumentRefusedError('holds pictures only; it needs OCR first');
  return oneDocument(flowing(answer.title) || titleOf(name), blocks);
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

/** Parses the file in its own thread, which can be terminated when a limit is exceeded. */
async function readInThread(bytes: Uint8Array, limits: PdfLimits): Promise<PdfAnswer> {
  const task: PdfTask = { bytes: new Uint8Array(bytes), mostPages: limits.pages, mostCharacters: limits.characters };
  const worker = new Worker(WORKER_FILE, { workerData: task, stdout: true, stderr: true });
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  worker.once('message', resolve);
  worker.once('error', () => reject(new DocumentRefusedError('is not a PDF that can be read')));
  worker.once('exit', () => reject(new DocumentRefusedError('is not a PDF that can be read')));
  const watch = watchCost(limits, (reason) => reject(new DocumentRefusedError(reason)));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

/** A thread's resource limits do not cover buffers outside the heap, so the size of the process is monitored. */
function watchCost({ bytes, timeMs }: PdfLimits, refuse: (reason: string) => void): NodeJS.Timeout {
  const startedAt = performance.now();
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > bytes) refuse('unfolds to more memory than a document may take');
    if (performance.now() - startedAt > timeMs) refuse('takes too long to read');
  }, WATCH_MS);
}
