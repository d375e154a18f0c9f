import { createHash } from 'node:crypto';
import type { LoadedDocument } from '../document.js';
import { titleOf } from './title-of.js';

/** A line of a JSONL file or a row of a CSV file. */
export interface DocumentRecord {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly text: string;
}

/** The id of a record without one is a hash of its content, so that inserting lines above it changes nothing. */
export function recordDocument({ id, title, text }: DocumentRecord, fileName: string): LoadedDocument {
  const content = createHash('sha256')
    .update(JSON.stringify([title, text]))
    .digest('hex')
    .slice(0, 12);
  return {
    id: id || content,
    named: Boolean(id),
    title: title || titleOf(fileName),
    blocks: [{ headings: [], text }],
  };
}

/** Collects the records of a file and rejects those whose id has already occurred. */
export class RecordCollector {
  readonly documents: LoadedDocument[] = [];
  readonly refused: string[] = [];
  letters = 0;
  readonly #ids = new Set<string>();

  constructor(private readonly fileName: string) {}

  add(record: DocumentRecord, line: number): void {
    const document = recordDocument(record, this.fileName);
    const key = `${document.named}${document.id}`;
    if (this.#ids.has(key)) this.refuse(line, document.named ? 'its id is there already' : 'its text is there already');
    else this.documents.push(document);
    this.#ids.add(key);
  }

  refuse(line: number, reason: string): void {
    this.refused.push(`line ${line}: ${reason}`);
  }
}
