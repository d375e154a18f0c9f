import type { LoadedDocument, LoadedFile } from './document.js';

/** A smaller stored share of a file's text is reported to the operator as a loss. */
const MIN_STORED_SHARE = 0.6;
/** Shorter files are not checked: markup and names make up too much of their content. */
const MIN_LETTERS = 40;

export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Describes how much of a file's text is stored if the share is small; undefined otherwise. */
export function lossOf({ documents }: LoadedFile): string | undefined {
  const counted = documents.filter(({ letters }) => letters !== undefined);
  const read = counted.reduce((sum, { letters = 0 }) => sum + letters, 0);
  const stored = counted.reduce((sum, document) => sum + storedLetters(document), 0);
  if (read < MIN_LETTERS || stored >= MIN_STORED_SHARE * read) return undefined;
  return `only ${Math.round((100 * stored) / read)} % of its text is stored (${stored} of ${read} characters)`;
}

/** Counts the letters and digits of all texts and of each heading once. */
export function storedLetters({ blocks }: Pick<LoadedDocument, 'blocks'>): number {
  const headings = new Set(blocks.flatMap(({ headings: path }) => path));
  return [...headings, ...blocks.map(({ text }) => text)].reduce((sum, text) => sum + lettersIn(text), 0);
}
