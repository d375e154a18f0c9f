import { DocumentRefusedError } from '../document-refused.error.js';
import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { HeadingPath } from '../heading-path.js';
import { type OdfParagraph, odfParagraphsOf } from './office/odf-paragraphs.js';
import { elementsOf, textOfElement } from './office/parse-xml.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

/** Loads an OpenDocument text, sheet or presentation, with notes, comments, headers and footers. */
export function loadOdf({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  if (elementsOf(archive.text('META-INF/manifest.xml') ?? '', 'encryption-data').length > 0)
    throw new DocumentRefusedError('is protected by a password; save it without');
  const content = archive.required('content.xml');
  const body = odfParagraphsOf(content);
  const margins = content.includes('<office:text') ? marginsOf(archive.text('styles.xml') ?? '') : [];
  const title = textOfElement(archive.text('meta.xml') ?? '', 'title');
  const heading = body.find(({ level }) => level > 0)?.text;
  const blocks = [...blocksOf(body), ...margins.map((text) => ({ headings: [], text }))];
  return oneDocument(heading || title || titleOf(name), blocks);
}

/** Headers and footers of a text; those of sheets and slides hold placeholders. Page numbers alone are not text. */
function marginsOf(styles: string): readonly string[] {
  const pages = /<office:master-styles>[^]*<\/office:master-styles>/.exec(styles)?.[0] ?? '';
  const texts = odfParagraphsOf(pages).map(({ text }) => text);
  return [...new Set(texts.filter((text) => /\p{L}/u.test(text)))];
}

function blocksOf(paragraphs: readonly OdfParagraph[]): readonly DocumentBlock[] {
  const path = new HeadingPath();
  const blocks = paragraphs.flatMap(({ level, text, page }): readonly DocumentBlock[] => {
    if (level > 0) return path.enter(level, text);
    return [{ headings: page === '' ? path.current() : [page.normalize('NFC')], text }];
  });
  return [...blocks, ...path.finish()];
}
