import { Field, FixedSizeList, Float32, Schema, Utf8 } from 'apache-arrow';
import type { KnowledgeRow } from './knowledge-row.js';

const TEXT_COLUMNS = [
  'id',
  'collection',
  'document',
  'hash',
  'domain',
  'lang',
  'title',
  'text',
  'source',
  'tags',
  'facets',
  'tokens',
] as const;

/** Columns that come back from a search: everything but what it was found by. */
export const STORED_COLUMNS: readonly string[] = TEXT_COLUMNS.filter((column) => column !== 'tokens');

/** A row as Arrow has it: tags and facets as text. */
export type StoredRow = Readonly<Record<(typeof TEXT_COLUMNS)[number], string>> & {
  readonly vector: Float32Array | null;
};

export function rowSchema(dimensions: number): Schema {
  const vector = new FixedSizeList(dimensions, new Field('item', new Float32(), true));
  return new Schema([
    ...TEXT_COLUMNS.map((column) => new Field(column, new Utf8(), false)),
    new Field('vector', vector, true),
  ]);
}

/** Slugs hold no spaces, so a space joins the tags. */
export const toStored = (row: KnowledgeRow): StoredRow => ({
  ...row,
  tags: row.tags.join(' '),
  facets: JSON.stringify(row.facets),
});

export type FoundRow = Omit<KnowledgeRow, 'tokens' | 'vector'>;

export const fromStored = (row: Omit<StoredRow, 'vector' | 'tokens'>): FoundRow => ({
  id: row.id,
  collection: row.collection,
  document: row.document,
  hash: row.hash,
  domain: row.domain,
  lang: row.lang === 'ko' ? 'ko' : 'en',
  title: row.title,
  text: row.text,
  source: row.source,
  tags: row.tags === '' ? [] : row.tags.split(' '),
  facets: JSON.parse(row.facets) as Record<string, string>,
});
