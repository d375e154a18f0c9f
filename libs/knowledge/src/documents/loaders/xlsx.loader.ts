import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { numberFormatter } from './office/number-formats.js';
import { elementsOf, prefixed, textOfElement, textsOfElements } from './office/parse-xml.js';
import { relationshipsOf } from './office/relationships.js';
import { type SheetCell, type SheetContext, sharedStringsOf, sheetRows } from './office/sheet-rows.js';
import { ZipArchive } from './office/zip-archive.js';
import { titleOf } from './title-of.js';

const WORKBOOK = 'xl/workbook.xml';

/** Loads a workbook: one block per row under the sheet's name, each cell with its column name where there are any. */
export function loadXlsx({ name, bytes }: FileToLoad): LoadedFile {
  const archive = new ZipArchive(bytes);
  const workbook = archive.required(WORKBOOK);
  const context = {
    sharedStrings: sharedStringsOf(archive.text('xl/sharedStrings.xml') ?? ''),
    formatNumber: numberFormatter(archive.text('xl/styles.xml') ?? '', workbook),
  };
  const parts = new Map(relationshipsOf(archive, WORKBOOK).map(({ id, part }) => [id, part]));
  const blocks = elementsOf(workbook, 'sheet').flatMap((sheet) => {
    const part = parts.get(prefixed(sheet, 'id') ?? '');
    if (part === undefined) return [];
    const name = sheet['name'] ?? '';
    return [...blocksOf(name, archive.text(part) ?? '', context), ...commentsOf(archive, part, name)];
  });
  return oneDocument(textOfElement(archive.text('docProps/core.xml') ?? '', 'title') || titleOf(name), blocks);
}

function commentsOf(archive: ZipArchive, part: string, sheet: string): readonly DocumentBlock[] {
  const comments = relationshipsOf(archive, part).filter(({ type }) => type === 'comments');
  const texts = comments.flatMap((comment) => textsOfElements(archive.text(comment.part) ?? '', 'text'));
  return texts.map((text) => ({ headings: [sheet.normalize('NFC')], text: text.normalize('NFC') }));
}

function blocksOf(sheet: string, xml: string, context: SheetContext): readonly DocumentBlock[] {
  const headings = [sheet.normalize('NFC')];
  const rows = sheetRows(xml, context);
  const [first = [], ...others] = rows;
  if (others.length === 0 || !areColumnNames(first, others))
    return rows.map((cells) => ({ headings, text: cells.map(({ text }) => text).join(' | ') }));
  const names = new Map(first.map(({ column, text }) => [column, text]));
  return others.map((cells) => ({ headings, text: cells.map((cell) => named(cell, names)).join('\n') }));
}

/** Column names are texts, at least two, and as many as the cells of the rows below. */
function areColumnNames(first: readonly SheetCell[], others: ReadonlyArray<readonly SheetCell[]>): boolean {
  const columns = new Set(first.map(({ column }) => column));
  const isCovered = others.every((cells) => cells.every(({ column }) => columns.has(column)));
  return first.length >= 2 && first.every(({ isText }) => isText) && isCovered;
}

const named = ({ column, text }: SheetCell, names: ReadonlyMap<number, string>): string =>
  `${names.get(column)}: ${text}`;
