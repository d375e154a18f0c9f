import { parentPort, workerData } from 'node:worker_threads';
import { extractText, getDocumentProxy } from 'unpdf';
import type { PdfAnswer, PdfTask } from './pdf.loader.js';

/** Runs in a worker thread, which the loader terminates when a limit is exceeded. */
async function read({ bytes, mostPages, mostCharacters }: PdfTask): Promise<PdfAnswer> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  if (pdf.numPages > mostPages) return { refused: `has ${pdf.numPages} pages; ${mostPages} are the most` };
  const meta = await pdf.getMetadata().catch(() => undefined);
  const { text: pages } = await extractText(pdf, { mergePages: false });
  const characters = pages.reduce((sum, page) => sum + page.length, 0);
  if (characters > mostCharacters) return { refused: `unfolds to ${characters} characters of text` };
  const { Title: title }: { Title?: unknown } = meta?.info ?? {};
  return { pages, title: typeof title === 'string' ? title : '' };
}

const REASONS: Readonly<Record<string, string>> = {
  PasswordException: 'is protected by a password',
  InvalidPDFException: 'is not a PDF that can be read',
};

const refusal = (error: unknown): PdfAnswer => ({
  refused: REASONS[(error as Error).name] ?? 'is not a PDF that can be read',
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(await read(workerData as PdfTask).catch(refusal));
