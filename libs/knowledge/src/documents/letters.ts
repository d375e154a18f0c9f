import type { LoadedDocument, LoadedFile } from './document.js';

/** Below this share of a file's text something was lost that its author would miss. */
const MIN_STORED_SHARE = 0.6;
/** Shorter files consist of markup and names as much as of text. */
const MIN_LETTERS = 40;

export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Says how much of a file is stored when that is little; undefined otherwise. */
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
