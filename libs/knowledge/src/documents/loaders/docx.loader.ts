import { type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { blocksOfParagraphs } from './office/blocks-of-paragraphs.js';
import { paragraphsOf } from './office/paragraphs.js';
import { parseXml, textOfElement } from './office/parse-xml.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

const NOTES = ['word/footnotes.xml', 'word/endnotes.xml'];

/** Loads a Word document: its paragraphs under their headings, tables, text boxes and notes. */
export function loadDocx({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  const body = paragraphsOf(archive.required('word/document.xml'));
  const notes = NOTES.flatMap((part) => paragraphsOf(archive.text(part) ?? ''));
  const styles = stylesOf(archive.text('word/styles.xml') ?? '');
  const levelOf = (style: string) => styles.get(style)?.level ?? 0;
  const title =
    body.find(({ style }) => styles.get(style)?.name === 'title') ?? body.find(({ style }) => levelOf(style));
  const blocks = [...blocksOfParagraphs(body, levelOf), ...blocksOfParagraphs(notes, () => 0)];
  const core = textOfElement(archive.text('docProps/core.xml') ?? '', 'title');
  return oneDocument(title?.text || core || titleOf(name), blocks);
}

interface Style {
  /** Lower case; Word stores the English names of its own styles in every language. */
  name: string;
  /** Heading level; 0 for text. */
  level: number;
}

function stylesOf(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style = { name: '', level: 0 };
  parseXml(xml, {
    open: (element, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (element === 'style') styles.set(attributes['w:styleId'] ?? '', (style = { name: '', level: 0 }));
      else if (element === 'outlineLvl') style.level = Number(value) < 9 ? Number(value) + 1 : 0;
      else if (element === 'name') {
        style.name = value.toLowerCase();
        style.level ||= Number(/^heading (\d)$/.exec(style.name)?.[1] ?? 0);
      }
    },
  });
  return styles;
}
