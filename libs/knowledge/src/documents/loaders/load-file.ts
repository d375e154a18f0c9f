import { decodeText } from '../decode-text.js';
import type { FileToLoad, LoadedFile, TextToLoad } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { loadCsv } from './csv.loader.js';
import { loadDocx } from './docx.loader.js';
import { loadEpub } from './epub.loader.js';
import { type Extension, extensionOf, unsupportedType } from './file-kinds.js';
import { declaredCharset, loadHtml } from './html.loader.js';
import { loadHwp } from './hwp.loader.js';
import { loadJsonl } from './jsonl.loader.js';
import { loadMarkdown } from './markdown.loader.js';
import { loadOdf } from './odf.loader.js';
import { loadPdf } from './pdf.loader.js';
import { loadPptx } from './pptx.loader.js';
import { loadText } from './text.loader.js';
import { loadXlsx } from './xlsx.loader.js';

type Loader = (file: FileToLoad) => LoadedFile | Promise<LoadedFile>;

/** Decodes a file for a loader and reports an encoding other than UTF-8. */
const decoded =
  (
    load: (file: TextToLoad) => LoadedFile,
    declaredIn: (bytes: Uint8Array) => string | undefined = () => undefined,
  ): Loader =>
  ({ name, bytes }) => {
    const { text, encoding, damaged } = decodeText(bytes, declaredIn(bytes));
    const { documents, refused } = load({ name, text });
    const notes = encoding === 'UTF-8' ? [] : [`was read as ${encoding}, not UTF-8`];
    if (damaged > 0) notes.push(`has ${damaged} damaged characters`);
    return { documents, refused, notes };
  };

const LOADERS: Readonly<Record<Extension, Loader>> = {
  '.md': decoded(loadMarkdown),
  '.markdown': decoded(loadMarkdown),
  '.txt': decoded(loadText),
  '.text': decoded(loadText),
  '.html': decoded(loadHtml, declaredCharset),
  '.htm': decoded(loadHtml, declaredCharset),
  '.xhtml': decoded(loadHtml, declaredCharset),
  '.jsonl': decoded(loadJsonl),
  '.ndjson': decoded(loadJsonl),
  '.csv': decoded(loadCsv),
  '.tsv': decoded(loadCsv),
  '.pdf': (file) => loadPdf(file),
  '.docx': loadDocx,
  '.pptx': loadPptx,
  '.xlsx': loadXlsx,
  '.epub': loadEpub,
  '.hwp': loadHwp,
  '.hwpx': loadHwp,
  '.odt': loadOdf,
  '.ods': loadOdf,
  '.odp': loadOdf,
};

/** Loads a file with the loader of its extension. @throws DocumentRefusedError when it contains nothing to ingest */
export async function loadFile(file: FileToLoad): Promise<LoadedFile> {
  const extension = extensionOf(file.name);
  if (!extension) throw new DocumentRefusedError(unsupportedType(file.name));
  return await LOADERS[extension](file);
}
