import { Field, FixedSizeList, Float32, Schema, Utf8 } from 'apache-arrow';
import type { KnowledgeRow } from './knowledge-row.js';

/** Columns by which rows are filtered, listed and replaced. */
const KEY_COLUMNS = ['id', 'collection', 'document', 'hash', 'domain', 'lang'] as const;
type KeyColumn = (typeof KEY_COLUMNS)[number];

/** A row without its search columns. */
export type FoundRow = Omit<KnowledgeRow, 'tokens' | 'titleTokens' | 'vector'>;

/** A row as stored in the table. */
export type StoredRow = Readonly<Record<KeyColumn, string>> & {
  /**
   * The complete FoundRow as JSON. Reading sixteen rows takes 2 ms of CPU time with one column and 7 ms with eleven.
   */
  readonly record: string;
  readonly tokens: string;
  readonly title_tokens: string;
  readonly vector: Float32Array | null;
};

export function rowSchema(dimensions: number): Schema {
  const vector = new FixedSizeList(dimensions, new Field('item', new Float32(), true));
  return new Schema([
    ...[...KEY_COLUMNS, 'record', 'tokens', 'title_tokens'].map((column) => new Field(column, new Utf8(), false)),
    new Field('vector', vector, true),
  ]);
}

export function toStored({ tokens, titleTokens, vector, ...found }: KnowledgeRow): StoredRow {
  const { id, collection, document, hash, domain, lang } = found;
  const record = JSON.stringify(found);
  return { id, collection, document, hash, domain, lang, record, tokens, title_tokens: titleTokens, vector };
}

export const fromStored = ({ record }: Pick<StoredRow, 'record'>): FoundRow => JSON.parse(record) as FoundRow;

/** Returns the stored columns that contain these fields of a row. */
export const storedColumns = (fields: readonly (keyof KnowledgeRow)[]): readonly (keyof StoredRow)[] => [
  ...new Set(fields.map((field) => (isStored(field) ? field : 'record'))),
];

const isStored = (field: keyof KnowledgeRow): field is keyof KnowledgeRow & keyof StoredRow =>
  field === 'tokens' || field === 'vector' || KEY_COLUMNS.some((column) => column === field);
