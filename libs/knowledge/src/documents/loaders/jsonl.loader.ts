import { z } from 'zod';
import type { LoadedFile, TextToLoad } from '../document.js';
import { lettersIn } from '../letters.js';
import { type DocumentRecord, RecordCollector } from './record.js';

const word = z.union([z.string(), z.number().transform(String)]).nullish();
const recordSchema = z.object({ id: word, title: word, text: z.string() });

/** Creates one document per line: `{"id"?, "title"?, "text"}`. Other fields are not stored. */
export function loadJsonl({ name, text: lines }: TextToLoad): LoadedFile {
  const collector = new RecordCollector(name);
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = parsed(line);
    if (typeof record === 'string') collector.refuse(index + 1, record);
    else collector.add(record, index + 1);
  }
  return collector;
}

/** Returns the record, or an error message. */
function parsed(line: string): DocumentRecord | string {
  const record = json(line);
  const found = recordSchema.safeParse(record);
  if (!found.success) return 'is not a JSON object with a "text"';
  const { id, title, text } = found.data;
  if (text.trim() === '') return 'has no text';
  const { id: _id, title: _title, ...texts } = record as Readonly<Record<string, unknown>>;
  return { id: id?.trim(), title: title?.trim(), text, letters: lettersOf(texts) };
}

/** Letters of all texts, also of fields that are not stored, so that their loss is reported. */
function lettersOf(value: unknown): number {
  if (typeof value === 'string') return lettersIn(value);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + lettersOf(part), 0);
}

/** Returns a numeric id as the digits in the file, because numbers beyond 2^53 would lose digits. */
const asWritten = (key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  key === 'id' && typeof value === 'number' ? (context?.source ?? String(value)) : value;

function json(line: string): unknown {
  try {
    return JSON.parse(line, asWritten);
  } catch {
    return undefined;
  }
}
