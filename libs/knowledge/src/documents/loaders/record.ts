import { createHash } from 'node:crypto';
import type { LoadedDocument } from '../document.js';
import { titleOf } from './title-of.js';

/** A line of a JSONL file or a row of a CSV file. */
export interface DocumentRecord {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  /** Number of letters and digits in all fields of the record but its id and title. */
  readonly letters?: number;
}

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** JSON escapes may spell decomposed and control characters and halves of characters, which decoding does not see. */
const cleaned = (value: string): string => value.toWellFormed().replaceAll(CONTROLS, ' ').normalize('NFC');

/** The id of a record without one is a hash of its content, so that inserting lines above it changes nothing. */
function recordDocument({ id, title, text, letters }: DocumentRecord, fileName: string): LoadedDocument {
  const content = createHash('sha256')
    .update(JSON.stringify([title, text]))
    .digest('hex')
    .slice(0, 12);
  return {
    id: id || content,
    named: Boolean(id),
    title: title || titleOf(fileName),
    blocks: [{ headings: [], text }],
    letters,
  };
}

/** Collects the records of a file and rejects those whose id has already occurred. */
export class RecordCollector {
  readonly documents: LoadedDocument[] = [];
  readonly refused: string[] = [];
  readonly #ids = new Set<string>();
  readonly #fileName: string;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  add({ id, title, text, letters }: DocumentRecord, line: number): void {
    const record = { id: id && cleaned(id), title: title && cleaned(title), text: cleaned(text), letters };
    const document = recordDocument(record, this.#fileName);
    const key = `${document.named}${document.id}`;
    if (this.#ids.has(key)) this.refuse(line, document.named ? 'repeats an earlier id' : 'repeats an earlier text');
    else this.documents.push(document);
    this.#ids.add(key);
  }

  refuse(line: number, reason: string): void {
    this.refused.push(`line ${line}: ${reason}`);
  }
}
