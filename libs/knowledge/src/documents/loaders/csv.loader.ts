import { type CsvError, parse } from 'csv-parse/sync';
import type { LoadedFile, TextToLoad } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { lettersIn } from '../letters.js';
import { RecordCollector } from './record.js';
import { withLiteralQuotes } from './literal-quotes.js';

/** The last ones are the most common inside texts: where two separators fit equally well, the first is meant. */
const SEPARATORS = ['\t', '|', ';', ','];
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
  const options = {
    columns: uniqueNames,
    delimiter,
    info: true,
    // Spreadsheets leave out empty cells at the end of a row.
    relax_column_count_less: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError): undefined => {
      collector.refuse(Number(error?.['lines'] ?? 0), 'does not fit the columns');
    },
  };
  try {
    return parse(withLiteralQuotes(text, delimiter), options) as unknown as readonly Row[];
  } catch (cause) {
    throw new DocumentRefusedError('is not CSV with column names in its first line', { cause });
  }
}

/** Separates a column name from the number of its column, where another column has the same name. */
const COLUMN = '\u0000';

/** Two columns of one name would overwrite each other. */
const uniqueNames = (names: readonly string[]): string[] =>
  names.map((name, at) => (names.indexOf(name) === at ? name.trim() : `${name.trim()}${COLUMN}${at}`));

/** Number of rows that are sampled to detect the separator. */
const SAMPLE_ROWS = 20;

/** Returns the separator with which most rows have as many cells as the first row. */
function separatorOf(text: string): string {
  const score = (separator: string): number => {
    const [names, ...rows] = sampleOf(text, separator);
    const cells = names?.length ?? 0;
    if (cells < 2) return 0;
    return 0.001 + rows.filter((row) => row.length === cells).length / Math.max(1, rows.length);
  };
  const scores = SEPARATORS.map(score);
  const best = Math.max(...scores);
  return best === 0 ? NONE : (SEPARATORS[scores.indexOf(best)] ?? NONE);
}

const sampleOf = (text: string, delimiter: string): readonly (readonly string[])[] =>
  parse(withLiteralQuotes(text, delimiter), {
    delimiter,
    relax_column_count: true,
    trim: true,
    skip_empty_lines: true,
    to: SAMPLE_ROWS,
  });

function textOf(record: Readonly<Record<string, string>>): string {
  const cells = Object.entries(record).map(([column, value]) => [column.split(COLUMN)[0] ?? '', value.trim()] as const);
  const texts = cells.filter(([name]) => name === 'text');
  if (texts.length > 0)
    return texts
      .map(([, value]) => value)
      .join('\n')
      .trim();
  return cells
    .filter(([name, value]) => name !== 'id' && value !== '')
    .map((cell) => cell.filter(Boolean).join(': '))
    .join('\n');
}
