import { extname } from 'node:path';

/** Files that are one document, and files of which each record is a document with its own id. */
const KINDS = {
  '.md': 'document',
  '.markdown': 'document',
  '.txt': 'document',
  '.text': 'document',
  '.html': 'document',
  '.htm': 'document',
  '.xhtml': 'document',
  '.pdf': 'document',
  '.docx': 'document',
  '.pptx': 'document',
  '.xlsx': 'document',
  '.epub': 'document',
  '.hwp': 'document',
  '.hwpx': 'document',
  '.odt': 'document',
  '.ods': 'document',
  '.odp': 'document',
  '.jsonl': 'records',
  '.ndjson': 'records',
  '.csv': 'records',
  '.tsv': 'records',
} as const satisfies Readonly<Record<string, 'document' | 'records'>>;

export type Extension = keyof typeof KINDS;

/** Advice for common unsupported types. */
const ADVICE: Readonly<Record<string, string>> = {
  '.doc': 'save it as DOCX',
  '.rtf': 'save it as DOCX',
  '.pages': 'export it as DOCX or EPUB',
  '.ppt': 'save it as PPTX',
  '.key': 'export it as PPTX',
  '.xls': 'save it as XLSX',
  '.numbers': 'export it as XLSX',
  '.mobi': 'convert it to EPUB',
  '.azw3': 'convert it to EPUB',
  '.json': 'save it as JSONL, one object a line with a "text"',
  '.zip': 'unpack it and give the folder',
};

/** Part of every document's hash. Change it whenever the same file would be parsed or split differently. */
export const LOADING_VERSION = '7';

/** Returns the lower-case extension of a supported file; undefined for other files. */
export function extensionOf(path: string): Extension | undefined {
  const extension = extname(path).toLowerCase();
  return extension in KINDS ? (extension as Extension) : undefined;
}

export const hasRecords = (extension: Extension): boolean => KINDS[extension] === 'records';

/** Returns why a file that is not supported is rejected. */
export function unsupportedType(path: string): string {
  const advice = ADVICE[extname(path).toLowerCase()];
  return `is of an unsupported type${advice ? `; ${advice}` : ''}`;
}
