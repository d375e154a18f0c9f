import { posix } from 'node:path';
import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { readHtml, withoutRegions } from './html.loader.js';
import { elementsOf, textOfElement } from './office/parse-xml.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

/** Loads an electronic book: its chapters in reading order. */
export function loadEpub({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  const [root] = elementsOf(archive.required('META-INF/container.xml'), 'rootfile');
  const packagePart = root?.['full-path'] ?? '';
  const description = archive.required(packagePart);
  const chapters = chaptersOf(description, posix.dirname(packagePart));
  refuseEncrypted(archive, chapters);
  const texts = chapters.map((part) => archive.text(part));
  const missing = texts.filter((text) => text === undefined).length;
  const blocks = texts.flatMap((text) => blocksOf(text ?? ''));
  const notes = missing > 0 ? [`lacks ${missing} of its ${chapters.length} chapters`] : [];
  return { ...oneDocument(textOfElement(description, 'title').normalize('NFC') || titleOf(name), blocks), notes };
}

function chaptersOf(description: string, folder: string): readonly string[] {
  const hrefs = new Map(elementsOf(description, 'item').map(({ id, href = '' }) => [id, href]));
  return elementsOf(description, 'itemref').flatMap(({ idref }) => {
    const href = hrefs.get(idref);
    return href === undefined ? [] : [posix.join(folder, decodedUri(href))];
  });
}

/** Book shops encrypt chapters; some publishers encrypt only the fonts. */
function refuseEncrypted(archive: ZipArchive, chapters: readonly string[]): void {
  const encrypted = elementsOf(archive.text('META-INF/encryption.xml') ?? '', 'CipherReference');
  const parts = new Set(encrypted.map(({ URI = '' }) => decodedUri(URI)));
  if (chapters.some((part) => parts.has(part))) throw new DocumentRefusedError('is protected against copying (DRM)');
}

const blocksOf = (chapter: string): readonly DocumentBlock[] =>
  readHtml(chapter.normalize('NFC'), { xhtml: true }).blocks.map(withoutRegions);

function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
