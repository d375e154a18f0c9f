import { Inject } from '@nestjs/common';
import type { Locale } from '@app/text';
import type { QueryVector } from './query-vector.js';

/** Name of a retriever in sections, metrics and cache keys: `graph`, `corpus`. Unique in `RETRIEVERS`. */
export type RetrieverKind = string;

/**
 * A record of the built-in knowledge files that is the subject of the reading regardless of the question: a drawn card,
 * a cast hexagram.
 */
export interface EntityReference {
  /** `dream:snake`, `tarot:the-fool`, `iching:11`. */
  readonly id: string;
  /** Names of the record's texts to include: `reversed`, `line-3`, `folk`. Default texts when absent. */
  readonly facets?: readonly string[];
}

/** The query to the retrievers. One object per reading, shared by all retrievers. */
export interface RetrievalQuery {
  /** The sanitised text of the user; may be empty when the facts are sufficient (a drawn card without a question). */
  readonly text: string;
  readonly locale: Locale;
  /** Domain that is searched first: `dream`, `tarot`, `iching`, `destiny`. */
  readonly kind?: string;
  /**
   * Known facts of the reading as tags of the built-in knowledge files: `symbol:snake`, `emotion:fear`,
   * `card:the-fool`.
   */
  readonly facts: readonly string[];
  /** Records to return before all others, in this order; unknown ids are ignored. */
  readonly entities: readonly EntityReference[];
  /** Built-in articles that the corpus retriever must return first, in this order; unknown ids are ignored. */
  readonly articles?: readonly string[];
  /** Restricts the rules to this counsellor. */
  readonly persona?: string;
  /** Restricts ingested documents to these collections; all when absent. The built-in knowledge is always searched. */
  readonly collections?: readonly string[];
  /** Maximum number of passages per retriever; the passages of `entities` are additional. */
  readonly topK: number;
  /**
   * Returns the query's vector, which is computed once per reading. Undefined when the embedding model does not support
   * the question's script. Rejects with EmbeddingError or the abort reason.
   */
  readonly vector: () => Promise<QueryVector | undefined>;
}

/** How a passage was found. Returned by `/v1/retrieve`, never included in a prompt. */
export interface PassageOrigin {
  /** 1-based rank among the lexical hits. */
  readonly lexicalRank?: number;
  /** 1-based rank among the nearest vectors. */
  readonly vectorRank?: number;
  /** Titles of the nodes on the path from a seed node to this passage. */
  readonly path?: readonly string[];
  /** The rule's conditions that held. */
  readonly matched?: readonly string[];
}

export interface Passage {
  /** Stable id of the record or chunk. */
  readonly id: string;
  readonly title: string;
  /** The text in the query's locale if the record has it. */
  readonly text: string;
  /** Source for display: a work, a file, `knowledge pack`. */
  readonly source: string;
  /** Score, 0 to 1; comparable only within one retriever. */
  readonly score: number;
  /** The record's additional texts that `text` contains, by name. */
  readonly facets?: Readonly<Record<string, string>>;
  /** Tags of the record (`theme:change`); empty for ingested documents. */
  readonly tags: readonly string[];
  readonly origin?: PassageOrigin;
}

export interface Retriever {
  readonly kind: RetrieverKind;
  /**
   * Returns passages, best match first; empty when nothing matches. An aborted signal rejects with its reason.
   * @throws RetrieverError or the abort reason, and no other error.
   */
  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]>;
  /**
   * Whether passages found earlier for the same facts answer the query without a new search. When not implemented, a
   * search is always made.
   */
  isAnsweredBy?(earlier: readonly Passage[], query: RetrievalQuery): boolean;
}

/** All retrievers of this process as `readonly Retriever[]`, with unique `kind`s. */
export const RETRIEVERS = Symbol('rag.RETRIEVERS');
export const InjectRetrievers = () => Inject(RETRIEVERS);
