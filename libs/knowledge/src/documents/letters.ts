import type { LoadedDocument, LoadedFile } from './document.js';

/** A smaller stored share of a file's text is reported to the operator as a loss. */
const MIN_STORED_SHARE = 0.6;
/** Shorter files are not checked: markup and names make up too much of their content. */
const MIN_LETTERS = 40;

export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Describes how much of a file's text is stored if the share is small; undefined otherwise. */
export function lossOf({ documents, letters = 0 }: LoadedFile): string | undefined {
  if (letters < MIN_LETTERS || documents.length === 0) return undefined;
  const stored = documents.reduce((sum, document) => sum + storedLetters(document), 0);
  if (stored >= MIN_STORED_SHARE * letters) return undefined;
  return `only ${Math.round((100 * stored) / letters)} % of its text is taken in (${stored} of ${letters} characters)`;
}

function storedLetters({ title, blocks }: LoadedDocument): number {
  const headings = new Set([title, ...blocks.flatMap(({ headings: path }) => path)]);
  return [...headings, ...blocks.map(({ text }) => text)].reduce((sum, text) => sum + lettersIn(text), 0);
}
