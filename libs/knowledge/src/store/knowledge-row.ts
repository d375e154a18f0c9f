import type { Locale } from '@app/text';

export const KNOWLEDGE_TABLES = ['domain', 'corpus'] as const;
export type KnowledgeTable = (typeof KNOWLEDGE_TABLES)[number];

/**
 * Collection of the built-in knowledge files (the pack). Documents that the operator ingests must not use this name.
 */
export const PACK_COLLECTION = 'pack';

/**
 * One built-in record, or one chunk of an ingested document, in one language. The key is `collection`, `id` and `lang`.
 */
export interface KnowledgeRow {
  /** Record id or chunk id. A built-in record has the same id in both languages. */
  readonly id: string;
  readonly collection: string;
  /** Unit of replacement and removal: the record's id, or the document's path. */
  readonly document: string;
  /** Hash of the document's content. A document with an equal hash does not have to be processed again. */
  readonly hash: string;
  /** `dream`, `tarot`, `iching`, `destiny`, `general`. */
  readonly domain: string;
  readonly lang: Locale;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly tags: readonly string[];
  /** Additional texts by name: `reversed`, `line-3`, `folk`. Empty for ingested documents. */
  readonly facets: Readonly<Record<string, string>>;
  /**
   * Letters and digits of an ingested document that its rows contain, and that its file contains; only on the first row
   * of a document.
   */
  readonly letters?: { readonly stored: number; readonly read: number };
  /** `tokenColumn` of all texts by which the row can be found. */
  readonly tokens: string;
  /** `tokenColumn` of the title, which is a separate search field. */
  readonly titleTokens: string;
  /** Unit length; null where the embedding model does not support the text's script. */
  readonly vector: Float32Array | null;
}
