import { elementsOf, parseXml } from './parse-xml.js';

/** Date formats that workbooks use by number, among them those of Korean, Chinese and Japanese programs. */
const DATE_RANGES: ReadonlyArray<readonly [first: number, last: number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** Quoted text, escaped characters, colours and locales, which may contain the letters of date parts. */
const LITERALS = /"[^"]*"|\\.|\[[^\]]*\]/g;
const ELAPSED = /\[[hms]+\]/i;
const DAY_MS = 86_400_000;
/** Day 0 of serial numbers from 60 on; the format treats 1900 as a leap year. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Returns a function that writes dates as ISO 8601 and other numbers with the digits they have. */
export function numberFormatter(stylesXml: string, workbookXml: string): (value: number, style: number) => string {
  const [workbook] = elementsOf(workbookXml, 'workbookPr');
  const epoch = ['1', 'true'].includes(workbook?.['date1904'] ?? '') ? EPOCH_1904 : EPOCH_1900;
  const dateStyles = dateStylesOf(stylesXml);
  return (value, style) => (dateStyles[style] === true && value >= 0 ? isoDate(value, epoch) : String(value));
}

/** Whether each cell style shows a date. */
function dateStylesOf(xml: string): readonly boolean[] {
  const codes = new Map(elementsOf(xml, 'numFmt').map(({ numFmtId, formatCode = '' }) => [numFmtId, formatCode]));
  const styles: boolean[] = [];
  let isCellStyle = false;
  parseXml(xml, {
    open: (name, { numFmtId = '0' }) => {
      if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) styles.push(isDate(Number(numFmtId), codes.get(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}

function isDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_RANGES.some(([first, last]) => id >= first && id <= last);
  return !ELAPSED.test(code) && /[ymdhs]/i.test(code.replace(LITERALS, '')) && !/general/i.test(code);
}

function isoDate(serial: number, epoch: number): string {
  const shift = epoch === EPOCH_1900 && serial >= 1 && serial < 60 ? 1 : 0;
  const date = new Date(epoch + Math.round((serial + shift) * DAY_MS));
  if (Number.isNaN(date.getTime())) return String(serial);
  const [day, time] = date.toISOString().slice(0, 16).split('T');
  if (serial < 1) return `${time}`;
  return time === '00:00' ? `${day}` : `${day} ${time}`;
}
