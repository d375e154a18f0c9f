import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { type Paragraph, paragraphsOf } from './office/paragraphs.js';
import { elementsOf, prefixed, textOfElement } from './office/parse-xml.js';
import { relationshipsOf } from './office/relationships.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

const PRESENTATION = 'ppt/presentation.xml';
const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
/** Date, footer and number, which repeat on every slide. */
const REPEATED: ReadonlySet<string> = new Set(['dt', 'ftr', 'sldNum']);

/** Loads a presentation: the text and notes of every slide, in the order of the slides, under the slide's title. */
export function loadPptx({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  const slides = slidesOf(archive).map((part) => slideOf(archive, part));
  const blocks = slides.flatMap(({ title, texts }, index): readonly DocumentBlock[] => {
    const headings = [title || `slide ${index + 1}`];
    if (texts.length === 0) return title ? [{ headings: [], text: title }] : [];
    return texts.map((text) => ({ headings, text }));
  });
  const core = textOfElement(archive.text('docProps/core.xml') ?? '', 'title');
  return oneDocument(slides[0]?.title || core || titleOf(name), blocks);
}

function slidesOf(archive: ZipArchive): readonly string[] {
  const related = new Map(relationshipsOf(archive, PRESENTATION).map(({ id, part }) => [id, part]));
  return elementsOf(archive.required(PRESENTATION), 'sldId').flatMap((attributes) => {
    const part = related.get(prefixed(attributes, 'id') ?? '');
    return part === undefined ? [] : [part];
  });
}

interface Slide {
  readonly title: string;
  readonly texts: readonly string[];
}

function slideOf(archive: ZipArchive, part: string): Slide {
  const paragraphs = textsOf(archive.required(part));
  const notes = relationshipsOf(archive, part)
    .filter(({ type }) => type === 'notesSlide')
    .flatMap((relation) => textsOf(archive.text(relation.part) ?? ''));
  const isTitle = ({ style }: Paragraph) => TITLES.has(style);
  const title = paragraphs.filter(isTitle).map(({ text }) => text);
  const texts = [...paragraphs.filter((paragraph) => !isTitle(paragraph)), ...notes].map(({ text }) => text);
  return { title: title.join(' '), texts };
}

const textsOf = (xml: string): readonly Paragraph[] => paragraphsOf(xml).filter(({ style }) => !REPEATED.has(style));
