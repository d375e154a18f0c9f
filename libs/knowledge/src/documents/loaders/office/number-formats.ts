import { format, getFormatFromId, isDateFormat } from 'numfmt';
import { elementsOf, parseXml } from './parse-xml.js';

interface CellFormat {
  /** Undefined for the general format. */
  readonly code: string | undefined;
  /** False for formats whose appearance depends on the reader's country. */
  readonly isFixed: boolean;
}

const GENERAL: CellFormat = { code: undefined, isFixed: true };
/** Formats of the system: `[$-F800]` for the long date, `[$-F400]` for the time. */
const SYSTEM_FORMAT = /\[\$-F[48]00\]/i;
const DAY_MS = 86_400_000;
/** Day 0 of serial numbers from 60 on; the format treats 1900 as a leap year. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Serial number of 1 January 1904, the first day of workbooks from older Macs. */
const DAYS_TO_1904 = 1_462;

/**
 * Returns a function that writes numbers and dates as the workbook displays them. Dates whose display depends on the
 * reader's country are written as ISO 8601.
 */
export function numberFormatter(stylesXml: string, workbookXml: string): (value: number, style: number) => string {
  const [workbook] = elementsOf(workbookXml, 'workbookPr');
  const shift = ['1', 'true'].includes(workbook?.['date1904'] ?? '') ? DAYS_TO_1904 : 0;
  const formats = cellFormatsOf(stylesXml);
  return (value, style) => formatted(value, formats[style] ?? GENERAL, shift);
}

function formatted(value: number, { code, isFixed }: CellFormat, shift: number): string {
  if (code === undefined) return String(value);
  const isDate = isDateFormat(code);
  if (isDate && value < 0) return String(value);
  if (isDate && !isFixed) return isoDate(value + shift);
  try {
    return format(code, isDate ? value + shift : value, { locale: 'ko' }).trim() || String(value);
  } catch {
    return String(value);
  }
}

/** Formats of all cell styles. */
function cellFormatsOf(xml: string): readonly CellFormat[] {
  const codes = new Map(elementsOf(xml, 'numFmt').map(({ numFmtId, formatCode = '' }) => [numFmtId, formatCode]));
  const formats: CellFormat[] = [];
  let isCellStyle = false;
  parseXml(xml, {
    open: (name, { numFmtId = '0' }) => {
      if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) formats.push(cellFormat(Number(numFmtId), codes.get(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

function cellFormat(id: number, own: string | undefined): CellFormat {
  if (own !== undefined) return /general/i.test(own) ? GENERAL : { code: own, isFixed: !SYSTEM_FORMAT.test(own) };
  const code = id === 0 ? undefined : (getFormatFromId(id) ?? undefined);
  return code === undefined ? GENERAL : { code, isFixed: !isDateFormat(code) };
}

function isoDate(serial: number): string {
  const leap = serial >= 1 && serial < 60 ? 1 : 0;
  const date = new Date(EPOCH + Math.round((serial + leap) * DAY_MS));
  if (Number.isNaN(date.getTime())) return String(serial);
  const [day, time] = date.toISOString().slice(0, 16).split('T');
  if (serial < 1) return `${time}`;
  return time === '00:00' ? `${day}` : `${day} ${time}`;
}
