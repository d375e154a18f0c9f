import type { Locale } from '@app/text';

export const KNOWLEDGE_TABLES = ['domain', 'corpus'] as const;
export type KnowledgeTable = (typeof KNOWLEDGE_TABLES)[number];

/** The collection of the knowledge pack; own documents must not use the name. */
export const PACK_COLLECTION = 'pack';

/** One record, or one chunk of an own document, in one language. `collection`, `id` and `lang` make it unique. */
export interface KnowledgeRow {
  /** Record id or chunk id; a pack record has the same id in both languages. */
  readonly id: string;
  readonly collection: string;
  /** What is replaced and removed as one: the record's id, the document's path. */
  readonly document: string;
  /** Fingerprint of the document's content: equal means nothing has to be done again. */
  readonly hash: string;
  /** `dream`, `tarot`, `iching`, `destiny`, `general`. */
  readonly domain: string;
  readonly lang: Locale;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly tags: readonly string[];
  /** Further texts by name: `reversed`, `line-3`, `folk`; empty for own documents. */
  readonly facets: Readonly<Record<string, string>>;
  /** `tokenColumn` of everything the row is found by. */
  readonly tokens: string;
  /** `tokenColumn` of the title, a search field of its own. */
  readonly titleTokens: string;
  /** Unit length; null where the embedder does not read the text. */
  readonly vector: Float32Array | null;
}
