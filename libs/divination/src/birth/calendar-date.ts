/** A date as written, not yet validated against a calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const NOTATIONS = [
  /^(?<year>\d{4})(?<mark>[-./]) ?(?<month>\d{1,2})\k<mark> ?(?<day>\d{1,2})\.?$/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u,
  /^(?<year>\d{4}) ?[년年] ?(?<month>\d{1,2}) ?[월月] ?(?<day>\d{1,2}) ?[일日]생?$/u,
];
const DASHES = /[\u2010-\u2015\u2212]/gu;

/**
 * Reads `1990-05-15`, `1990.5.15`, `1990. 5. 15.`, `1990/05/15`, `19900515` and `1990년 5월 15일`, also in full-width
 * characters; undefined for anything else.
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const plain = text.normalize('NFKC').replaceAll(DASHES, '-').trim();
  const { year, month, day } = NOTATIONS.map((notation) => notation.exec(plain)).find(Boolean)?.groups ?? {};
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** Formats a date as `1990-05-15`. */
export const formatCalendarDate = ({ year, month, day }: CalendarDate): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
