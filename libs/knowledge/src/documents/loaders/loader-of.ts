import { extname } from 'node:path';
import type { FileToLoad, LoadedFile } from '../document.js';
import { loadCsv } from './csv.loader.js';
import { loadHtml } from './html.loader.js';
import { loadJsonl } from './jsonl.loader.js';
import { loadMarkdown } from './markdown.loader.js';
import { loadPdf } from './pdf.loader.js';
import { loadText } from './text.loader.js';

export interface DocumentLoader {
  /** True when a file contains many documents, each with its own id. */
  readonly records: boolean;
  /** @throws DocumentRefusedError when the file contains nothing that can be ingested. */
  readonly load: (file: FileToLoad) => LoadedFile | Promise<LoadedFile>;
}

const whole = (load: DocumentLoader['load']): DocumentLoader => ({ records: false, load });
const records = (load: DocumentLoader['load']): DocumentLoader => ({ records: true, load });

const LOADERS: Readonly<Record<string, DocumentLoader>> = {
  '.md': whole(loadMarkdown),
  '.markdown': whole(loadMarkdown),
  '.txt': whole(loadText),
  '.text': whole(loadText),
  '.html': whole(loadHtml),
  '.htm': whole(loadHtml),
  '.pdf': whole((file) => loadPdf(file)),
  '.jsonl': records(loadJsonl),
  '.ndjson': records(loadJsonl),
  '.csv': records(loadCsv),
  '.tsv': records(loadCsv),
};

/** Part of every document's hash. Change it whenever the same file would be parsed or split differently. */
export const LOADING_VERSION = '2';

/** Selects the loader by the file's extension; undefined when the file type is not supported. */
export const loaderOf = (path: string): DocumentLoader | undefined => LOADERS[extname(path).toLowerCase()];
