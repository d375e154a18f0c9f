import { inflateRawSync } from 'node:zlib';
import CFB from 'cfb';
import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { blocksOfParagraphs } from './office/blocks-of-paragraphs.js';
import { hwpParagraphs } from './office/hwp-records.js';
import { paragraphsOf } from './office/paragraphs.js';
import { elementsOf, textOfElement } from './office/parse-xml.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

const SIGNATURE = 'HWP Document File';
const FLAGS_AT = 36;
const COMPRESSED = 1;
const PASSWORD = 2;
const DISTRIBUTION = 4;
const MAX_SECTION_BYTES = 200_000_000;

/** Loads a Hancom document. Programs save HWPX under both extensions, so the content decides. */
export function loadHwp(file: FileToLoad): LoadedFile {
  const beginning = Buffer.from(file.bytes.subarray(0, SIGNATURE.length)).toString('latin1');
  if (beginning.startsWith('PK')) return loadHwpx(file);
  if (beginning === SIGNATURE) throw new DocumentRefusedError('is in the format of HWP 3; save it as HWPX');
  return loadHwp5(file);
}

function loadHwpx({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  if (elementsOf(archive.text('META-INF/manifest.xml') ?? '', 'encryption-data').length > 0)
    throw new DocumentRefusedError('is protected by a password');
  const levels = outlineLevels(archive.text('Contents/header.xml') ?? '');
  const sections = numbered(archive.names, /^Contents\/section(\d+)\.xml$/);
  const paragraphs = sections.flatMap((part) => paragraphsOf(archive.required(part)));
  const title = textOfElement(archive.text('Contents/content.hpf') ?? '', 'title').normalize('NFC');
  return oneDocument(
    title || titleOf(name),
    blocksOfParagraphs(paragraphs, (style) => levels.get(style) ?? 0),
  );
}

/** Heading levels by style number: the styles 개요 1 (Outline 1) and following. */
function outlineLevels(header: string): ReadonlyMap<string, number> {
  return new Map(
    elementsOf(header, 'style').flatMap(({ id = '', name = '', engName = '' }) => {
      const level = Number(/^(?:개요|Outline) (\d+)$/.exec(name || engName)?.[1] ?? 0);
      return level > 0 ? [[id, level] as const] : [];
    }),
  );
}

function loadHwp5({ name, bytes }: FileToLoad): LoadedFile {
  const container = containerOf(bytes);
  const header = streamOf(container, '/FileHeader');
  if (!header.subarray(0, SIGNATURE.length).equals(Buffer.from(SIGNATURE))) throw notHwp();
  const flags = header.readUInt32LE(FLAGS_AT);
  if (flags & PASSWORD) throw new DocumentRefusedError('is protected by a password');
  if (flags & DISTRIBUTION) throw new DocumentRefusedError('is a copy for distribution, which is encrypted');
  const sections = numbered(container.FullPaths, /\/BodyText\/Section(\d+)$/);
  const blocks = sections.flatMap((path): readonly DocumentBlock[] => {
    const packed = streamOf(container, path.slice(path.indexOf('/BodyText')));
    return hwpParagraphs(flags & COMPRESSED ? unpacked(packed) : packed).map((text) => ({ headings: [], text }));
  });
  return oneDocument(titleOf(name), blocks);
}

function containerOf(bytes: Uint8Array): CFB.CFB$Container {
  try {
    return CFB.read(Buffer.from(bytes), { type: 'buffer' });
  } catch {
    throw notHwp();
  }
}

function streamOf(container: CFB.CFB$Container, path: string): Buffer {
  const entry = CFB.find(container, path);
  if (!entry) throw notHwp();
  return Buffer.from(entry.content as Uint8Array);
}

function unpacked(section: Buffer): Buffer {
  try {
    return inflateRawSync(section, { maxOutputLength: MAX_SECTION_BYTES });
  } catch (cause) {
    throw new DocumentRefusedError('is damaged: it cannot be unpacked', { cause });
  }
}

/** Returns the matching names in the order of their numbers. */
function numbered(names: readonly string[], pattern: RegExp): readonly string[] {
  const numberOf = (name: string) => Number(pattern.exec(name)?.[1]);
  return names.filter((name) => pattern.test(name)).toSorted((a, b) => numberOf(a) - numberOf(b));
}

const notHwp = (): DocumentRefusedError => new DocumentRefusedError('is not a Hancom document that can be read');
