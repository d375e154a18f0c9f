import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decodeText } from '../decode-text.js';
import { DocumentRefusedError } from '../document-refused.error.js';

export interface GraphTableRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows of a node or edge file with named fields. Empty fields are omitted. */
export interface GraphTable {
  readonly file: string;
  readonly rows: readonly GraphTableRow[];
  /** One error message for every invalid line. */
  readonly problems: readonly string[];
}

/** @throws DocumentRefusedError when the file is neither JSONL nor CSV with column names. */
export function readGraphTable(path: string, bytes: Uint8Array): GraphTable {
  const { text } = decodeText(bytes);
  const file = basename(path);
  return /^\s*\{/.test(text) ? fromJsonLines(file, text) : fromCsv(file, text);
}

function fromJsonLines(file: string, text: string): GraphTable {
  const problems: string[] = [];
  const rows = text.split('\n').flatMap((line, index): GraphTableRow[] => {
    if (line.trim() === '') return [];
    const fields = object(line);
    if (fields) return [{ line: index + 1, fields: filled(fields) }];
    problems.push(`${file}:${index + 1}: is not a JSON object`);
    return [];
  });
  return { file, rows, problems };
}

function object(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function fromCsv(file: string, text: string): GraphTable {
  const problems: string[] = [];
  const options = {
    columns: (names: readonly string[]) => names.map((name) => name.trim()),
    delimiter: [',', ';', '\t'],
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: Error) =>
      void problems.push(`${file}:${(error as { lines?: number } | undefined)?.lines ?? 0}: does not fit the columns`),
  };
  try {
    const parsed = parse(text, options) as unknown as ReadonlyArray<{
      readonly record: Record<string, unknown>;
      readonly info: { readonly lines: number };
    }>;
    const rows = parsed.map(({ record, info }) => ({ line: info.lines, fields: filled(record) }));
    return { file, rows, problems };
  } catch (cause) {
    throw new DocumentRefusedError(`${file} is neither JSONL nor CSV with column names in its first line`, { cause });
  }
}

const filled = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));
