import { type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { blocksOfParagraphs } from './office/blocks-of-paragraphs.js';
import { type Paragraph, paragraphsOf } from './office/paragraphs.js';
import { parseXml, textOfElement } from './office/parse-xml.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

/** Office on the web numbers the names of the parts: `word/document2.xml`. */
const BODY = /^word\/document\d*\.xml$/;
const STYLES = /^word\/styles\d*\.xml$/;
const NOTES = ['footnotes', 'endnotes', 'comments'].map((kind) => new RegExp(`^word/${kind}\\d*\\.xml$`));
/** A document has up to three of each for every section, most of them equal. */
const MARGINS = /^word\/(header|footer)\d*\.xml$/;

/** Loads a Word document: its paragraphs under their headings, tables, text boxes, notes, comments and page margins. */
export function loadDocx({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  const named = (pattern: RegExp) => archive.names.find((part) => pattern.test(part)) ?? '';
  const body = paragraphsOf(archive.required(named(BODY) || 'word/document.xml'));
  const notes = NOTES.flatMap((pattern) => paragraphsOf(archive.text(named(pattern)) ?? ''));
  const margins = archive.names
    .filter((part) => MARGINS.test(part))
    .flatMap((part) => marginOf(archive.required(part)));
  const styles = stylesOf(archive.text(named(STYLES)) ?? '');
  const levelOf = (style: string) => styles.get(style)?.level ?? 0;
  const title =
    body.find(({ style }) => styles.get(style)?.name === 'title') ?? body.find(({ style }) => levelOf(style));
  const others = blocksOfParagraphs([...notes, ...distinct(margins)], () => 0);
  const blocks = [...blocksOfParagraphs(body, levelOf), ...others];
  const core = textOfElement(archive.text('docProps/core.xml') ?? '', 'title');
  return oneDocument(title?.text || core || titleOf(name), blocks);
}

/** Page numbers alone are not text. */
const marginOf = (xml: string): readonly Paragraph[] => paragraphsOf(xml).filter(({ text }) => /\p{L}/u.test(text));

const distinct = (paragraphs: readonly Paragraph[]): readonly Paragraph[] => [
  ...new Map(paragraphs.map((paragraph) => [paragraph.text, paragraph])).values(),
];

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
