import type { KnowledgeRow } from '../store/knowledge-row.js';

/** A row before it is analysed and embedded. */
export interface RowDraft extends Omit<KnowledgeRow, 'tokens' | 'titleTokens' | 'vector'> {
  /** Words it shall also be found by, beside its title, text and facets: aliases, headings. Not shown to anyone. */
  readonly alsoFoundBy?: readonly string[];
}
