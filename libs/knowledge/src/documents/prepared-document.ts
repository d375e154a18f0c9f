import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { dominantScript, type Locale } from '@app/text';
import type { RowDraft } from '../ingestion/row-draft.js';
import { chunkDocument } from './chunk-document.js';
import type { LoadedDocument } from './document.js';
import type { FoundFile } from './find-files.js';
import { storedLetters } from './letters.js';
import { LOADING_VERSION } from './loaders/file-kinds.js';

/** Settings that affect a document's rows in addition to its content. */
export interface DocumentSettings {
  readonly collection: string;
  /** Language of all documents; detected for each document when absent. */
  readonly lang?: Locale | undefined;
}

/** Hash of a file that is one document. It is computed from the raw bytes, without parsing the file. */
export function fileHash(bytes: Uint8Array, file: FoundFile, settings: DocumentSettings): string {
  return hashOf(settings, file.source, createHash('sha256').update(bytes).digest('hex'));
}

export const recordHash = (document: LoadedDocument, file: FoundFile, settings: DocumentSettings): string =>
  hashOf(settings, file.source, JSON.stringify([document.title, document.blocks]));

function hashOf({ lang }: DocumentSettings, ...content: readonly string[]): string {
  const text = [LOADING_VERSION, lang ?? '', ...content].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Returns the document name. The separators keep ids from the file and ids made of content distinct. */
export const documentName = (file: FoundFile, { id, named }: LoadedDocument): string =>
  id === undefined ? file.document : `${file.document}${named ? '#' : UNNAMED}${id}`;

/** Separator between a file's name and the content hash of a record without an id. */
export const UNNAMED = '#~';

/** Creates a document's rows before tokenisation and embedding; empty when it contains no text. */
export function draftsOfDocument(
  loaded: LoadedDocument,
  file: FoundFile,
  hash: string,
  { collection, lang }: DocumentSettings,
): readonly RowDraft[] {
  const document = documentName(file, loaded);
  const chunks = chunkDocument(loaded);
  const language = lang ?? languageOf(chunks.map(({ text }) => text).join('\n'));
  const stored = storedLetters(loaded);
  const letters = { stored, read: Math.max(stored, loaded.letters ?? 0) };
  return chunks.map(({ context, text }, index) => ({
    id: `${chunkPrefix(collection, file, loaded, document)}.${index + 1}`,
    collection,
    document,
    hash,
    domain: 'general',
    lang: language,
    title: context,
    text,
    source: file.source,
    tags: [],
    facets: {},
    ...(index === 0 && { letters }),
  }));
}

/** Returns a readable id prefix that is unique even if two folders contain files of the same name. */
function chunkPrefix(collection: string, file: FoundFile, { id }: LoadedDocument, document: string): string {
  const place = createHash('sha256').update(document).digest('hex').slice(0, 8);
  return `${collection}:${(id ?? basename(file.path)).slice(0, 80)}~${place}`;
}

const languageOf = (text: string): Locale => (dominantScript(text) === 'hangul' ? 'ko' : 'en');
