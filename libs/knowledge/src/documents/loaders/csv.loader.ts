import { type CsvError, parse } from 'csv-parse/sync';
import type { LoadedFile, TextToLoad } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { lettersIn } from '../letters.js';
import { RecordCollector } from './record.js';

const SEPARATORS = [',', ';', '\t', '|'];
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
  const options = {
    columns: (names: readonly string[]) => names.map((name) => name.trim()),
    delimiter,
    info: true,
    bom: true,
    // Accept quotation marks inside a cell, such as an inch mark.
    relax_quotes: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError): undefined => {
      collector.refuse(Number(error?.['lines'] ?? 0), 'does not fit the columns');
    },
  };
  try {
    return parse(text, options) as unknown as readonly Row[];
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
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ',';
}

function sampleOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: SAMPLE_ROWS };
  try {
    return parse(text, options);
  } catch {
    return [];
  }
}

function textOf(record: Readonly<Record<string, string>>): string {
  if (record['text'] !== undefined) return record['text'].trim();
  const cells = Object.entries(record).filter(([name, value]) => name !== 'id' && value.trim() !== '');
  return cells.map(([name, value]) => `${name}: ${value.trim()}`).join('\n');
}
