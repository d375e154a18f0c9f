import type { KnowledgeRow } from '../store/knowledge-row.js';

/** A row before tokenisation and embedding. */
export interface RowDraft extends Omit<KnowledgeRow, 'tokens' | 'titleTokens' | 'vector'> {
  /** Additional words for which a search finds the row, such as aliases and keywords. They are never displayed. */
  readonly alsoFoundBy?: readonly string[];
}
