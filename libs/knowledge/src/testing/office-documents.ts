import { deflateRawSync } from 'node:zlib';
import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Packs named text parts like an Office document. */
export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export const relationships = (targets: Readonly<Record<string, readonly [type: string, target: string]>>): string =>
  `<Relationships>${Object.entries(targets)
    .map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A Word document from the XML of its body. The styles `1` and `2` are headings, as in Korean editions of Word. */
export const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipped({
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles>${[1, 2]
      .map((level) => `<w:style w:styleId="${level}"><w:name w:val="heading ${level}"/></w:style>`)
      .join('')}<w:style w:styleId="a0"><w:name w:val="Title"/></w:style></w:styles>`,
    ...parts,
  });

export const wordParagraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A presentation from the XML of its slides. The files are numbered against the order of the slides. */
export function pptx(slides: readonly string[], notes = ''): Uint8Array {
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="r${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      Object.fromEntries(slides.map((_, at) => [`r${at}`, ['slide', `slides/slide${slides.length - at}.xml`]])),
    ),
  };
  for (const [at, slide] of slides.entries())
    parts[`ppt/slides/slide${slides.length - at}.xml`] = `<p:sld>${slide}</p:sld>`;
  if (notes) {
    parts[`ppt/slides/_rels/slide${slides.length}.xml.rels`] = relationships({
      n: ['notesSlide', '../notesSlides/notesSlide1.xml'],
    });
    parts['ppt/notesSlides/notesSlide1.xml'] = `<p:notes>${notes}</p:notes>`;
  }
  return zipped(parts);
}

export const slideShape = (text: string, kind = 'body'): string =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${kind}"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

/** A workbook with one sheet from the XML of its rows. Cell style 1 is a date. */
export const xlsx = (rows: string, strings: readonly string[] = []): Uint8Array =>
  zipped({
    'xl/workbook.xml': '<workbook><sheets><sheet name="꿈 목록" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships({ r1: ['worksheet', 'worksheets/sheet1.xml'] }),
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t><rPh><t>발음</t></rPh></si>`).join('')}</sst>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

/** A book from the bodies of its chapters, in reading order. */
export const epub = (chapters: readonly string[], parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipped({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata><dc:title>꿈의 책</dc:title></metadata><manifest>${chapters
      .map((_, at) => `<item id="c${at}" href="text/%EC%9E%A5${chapters.length - at}.xhtml"/>`)
      .join('')}</manifest><spine>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(
      chapters.map((body, at) => [
        `OEBPS/text/장${chapters.length - at}.xhtml`,
        `<?xml version="1.0"?><html><head><title/><script src="x.js"/></head><body>${body}</body></html>`,
      ]),
    ),
    ...parts,
  });

/** A Hancom document in the zipped format from the XML of its sections. Style 2 is an outline heading. */
export const hwpx = (sections: readonly string[]): Uint8Array =>
  zipped({
    'Contents/content.hpf': '<opf:package><opf:metadata><opf:title>해몽 노트</opf:title></opf:metadata></opf:package>',
    'Contents/header.xml': '<hh:head><hh:style id="0" name="바탕글"/><hh:style id="2" name="개요 1"/></hh:head>',
    ...Object.fromEntries(sections.map((xml, at) => [`Contents/section${at}.xml`, `<hs:sec>${xml}</hs:sec>`])),
  });

interface HwpFlags {
  readonly password?: boolean;
  readonly distribution?: boolean;
}

/** A Hancom document in the binary format 5.0 from the text units of its paragraphs. */
export function hwp(
  paragraphs: readonly Buffer[],
  { password = false, distribution = false }: HwpFlags = {},
): Uint8Array {
  const header = Buffer.alloc(256);
  header.write('HWP Document File');
  header.writeUInt32LE(1 + (password ? 2 : 0) + (distribution ? 4 : 0), 36);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/FileHeader', header);
  const section = Buffer.concat(paragraphs.map(textRecord));
  CFB.utils.cfb_add(container, '/BodyText/Section0', deflateRawSync(section));
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** Text with 16-bit units, as paragraphs of the binary format have it. */
export const hwpText = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** A control character that stands for an object takes eight units. */
export const hwpObject = (code: number): Buffer => Buffer.from(Uint16Array.of(code, 1, 2, 3, 4, 5, 6, code).buffer);

function textRecord(content: Buffer): Buffer {
  const isLong = content.length >= 0xfff;
  const head = Buffer.alloc(isLong ? 8 : 4);
  head.writeUInt32LE((67 | ((isLong ? 0xfff : content.length) << 20)) >>> 0);
  if (isLong) head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}
