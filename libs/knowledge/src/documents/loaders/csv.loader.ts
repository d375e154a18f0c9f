import { type CsvError, parse } from 'csv-parse/sync';
import type { LoadedFile, TextToLoad } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { lettersIn } from '../letters.js';
import { RecordCollector } from './record.js';

const SEPARATORS = [',', ';', '\t', '|'];
/** Separator of a table with one column, whose cells may contain all others. */
const NONE = '\u001F';
/** First line with which Excel declares the separator. */
const DECLARATION = /^sep=([,;\t|])\n/i;

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Creates one document per row. The first row contains the column names. The text is the `text` column if there is one,
 * otherwise all columns with their names.
 */
export function loadCsv({ name, text: content }: TextToLoad): LoadedFile {
  const collector = new RecordCollector(name);
  // An empty line in its place keeps the line numbers.
  const table = content.replace(DECLARATION, '\n');
  const separator = DECLARATION.exec(content)?.[1] ?? separatorOf(table);
  for (const { record, info } of rowsOf(table, separator, collector)) {
    const { id: _id, title: _title, ...texts } = record;
    const letters = lettersIn(Object.values(texts).join());
    const text = textOf(record);
    if (text === '') collector.refuse(info.lines, 'has no text');
    else collector.add({ id: record['id']?.trim(), title: record['title']?.trim(), text, letters }, info.lines);
  }
  return collector;
}

function rowsOf(text: string, delimiter: string, collector: RecordCollector): readonly Row[] {
  const quoted = parseRows(text, delimiter, '"');
  const { rows, skipped } = quoted.isOpen ? withMoreRows(quoted, parseRows(text, delimiter, false)) : quoted;
  for (const { line, reason } of skipped) collector.refuse(line, reason);
  return rows;
}

interface ParsedRows {
  readonly rows: readonly Row[];
  readonly skipped: ReadonlyArray<{ readonly line: number; readonly reason: string }>;
  /** Whether a quotation mark is never closed, which makes the rest of the file one cell. */
  readonly isOpen: boolean;
}

const withMoreRows = (one: ParsedRows, other: ParsedRows): ParsedRows =>
  other.rows.length > one.rows.length ? other : one;

function parseRows(text: string, delimiter: string, quote: string | false): ParsedRows {
  const skipped: Array<{ line: number; reason: string }> = [];
  let isOpen = false;
  const options = {
    columns: (names: readonly string[]) => names.map((name) => name.trim()),
    delimiter,
    quote,
    info: true,
    bom: true,
    // Accept quotation marks inside a cell, such as an inch mark.
    relax_quotes: true,
    // Spreadsheets leave out empty cells at the end of a row.
    relax_column_count_less: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError): undefined => {
      const isUnclosed = error?.code === 'CSV_QUOTE_NOT_CLOSED';
      isOpen ||= isUnclosed;
      const reason = isUnclosed ? 'has a quotation mark that is never closed' : 'does not fit the columns';
      skipped.push({ line: Number(error?.['lines'] ?? 0), reason });
    },
  };
  try {
    return { rows: parse(text, options) as unknown as readonly Row[], skipped, isOpen };
  } catch (cause) {
    throw new DocumentRefusedError('is not CSV with column names in its first line', { cause });
  }
}

/** Number of rows that are sampled to detect the separator. */
const SAMPLE_ROWS = 20;

/**
 * Returns the separator with which most rows have as many cells as the first row; among equals, the one with the most
 * cells.
 */
function separatorOf(text: string): string {
  const score = (separator: string): number => {
    const [names, ...rows] = sampleOf(text, separator);
    const cells = names?.length ?? 0;
    if (cells < 2) return 0;
    return rows.filter((row) => row.length === cells).length / Math.max(1, rows.length) + cells / 1_000;
  };
  const scores = SEPARATORS.map(score);
  const best = Math.max(...scores);
  return best === 0 ? NONE : (SEPARATORS[scores.indexOf(best)] ?? NONE);
}

function sampleOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: SAMPLE_ROWS };
  try {
    return parse(text, options);
  } catch {
    // A quotation mark is never closed.
    return parse(text, { ...options, quote: false });
  }
}

function textOf(record: Readonly<Record<string, string>>): string {
  if (record['text'] !== undefined) return record['text'].trim();
  const cells = Object.entries(record).filter(([name, value]) => name !== 'id' && value.trim() !== '');
  return cells.map(([name, value]) => `${name}: ${value.trim()}`).join('\n');
}
