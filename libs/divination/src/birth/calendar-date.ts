/** A date as written, not yet validated against a calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const SEPARATED = /^(\d{4})([-./]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;

/** Reads `1990-05-15`, `1990.5.15`, `1990. 5. 15.`, `1990/05/15` and `19900515`; undefined for anything else. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  const separated = SEPARATED.exec(trimmed);
  if (separated) return dateOf(separated[1], separated[3], separated[4]);
  const compact = COMPACT.exec(trimmed);
  return compact ? dateOf(compact[1], compact[2], compact[3]) : undefined;
}

const dateOf = (year?: string, month?: string, day?: string): CalendarDate => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

/** Formats a date as `1990-05-15`. */
export const formatCalendarDate = ({ year, month, day }: CalendarDate): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
