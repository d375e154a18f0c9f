import { Inject } from '@nestjs/common';
import type { Locale } from '@app/text';
import type { QueryVector } from './query-vector.js';

/** Name of a retriever, as sections, metrics and cache keys use it: `graph`, `corpus`. Unique in `RETRIEVERS`. */
export type RetrieverKind = string;

/** A record of the knowledge pack that the reading is about, whatever its words: a drawn card, a cast hexagram. */
export interface EntityReference {
  /** `dream:snake`, `tarot:the-fool`, `iching:11`. */
  readonly id: string;
  /** Which of the record's texts matter: `reversed`, `line-3`, `folk`. The record's own choice when absent. */
  readonly facets?: readonly string[];
}

/** What the retrievers are asked. One object a reading, shared by all of them. */
export interface RetrievalQuery {
  /** The user's own words, cleaned; may be empty when the facts say it all (a drawn card without a question). */
  readonly text: string;
  readonly locale: Locale;
  /** Area of knowledge asked first: `dream`, `tarot`, `iching`, `destiny`. */
  readonly kind?: string;
  /** What is known of the reading, as tags of the knowledge pack: `symbol:snake`, `emotion:fear`, `card:the-fool`. */
  readonly facts: readonly string[];
  /** Records that must be found before anything else, in this order; unknown ids are ignored. */
  readonly entities: readonly EntityReference[];
  /** Articles of the pack that the corpus must return first, in this order; unknown ids are ignored. */
  readonly articles?: readonly string[];
  /** Only this counsellor's rules. */
  readonly persona?: string;
  /** Only these collections of own documents; all when absent. The knowledge pack is always searched. */
  readonly collections?: readonly string[];
  /** Most passages of one retriever; `entities` that are found come on top of it. */
  readonly topK: number;
  /**
   * The query's vector, computed once a reading however many ask; undefined when the embedder does not read the
   * question. Rejects with EmbeddingError or the abort reason.
   */
  readonly vector: () => Promise<QueryVector | undefined>;
}

/** How a passage was found; for `/v1/retrieve`, never shown to the model. */
export interface PassageOrigin {
  /** 1-based rank among the lexical hits. */
  readonly lexicalRank?: number;
  /** 1-based rank among the nearest vectors. */
  readonly vectorRank?: number;
  /** Node titles from a word of the question to this passage. */
  readonly path?: readonly string[];
  /** Conditions of the rule that held. */
  readonly matched?: readonly string[];
}

export interface Passage {
  /** Stable id of the record or chunk. */
  readonly id: string;
  readonly title: string;
  /** In the query's locale where the record has it. */
  readonly text: string;
  /** Where it comes from, for people: a work, a file, `knowledge pack`. */
  readonly source: string;
  /** 0 to 1, comparable within one retriever only. */
  readonly score: number;
  /** The record's further texts that `text` contains, by name. */
  readonly facets?: Readonly<Record<string, string>>;
  /** Tags of the record (`theme:change`), empty for own documents. */
  readonly tags: readonly string[];
  readonly origin?: PassageOrigin;
}

export interface Retriever {
  readonly kind: RetrieverKind;
  /** Best match first; empty when nothing matches. The signal's abort rejects with its reason.
   *  @throws RetrieverError, and nothing else but the abort reason. */
  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]>;
  /** Whether passages found earlier for the same facts answer the query without a new search; never when absent. */
  isAnsweredBy?(earlier: readonly Passage[], query: RetrievalQuery): boolean;
}

/** Every retriever of this process: `readonly Retriever[]`, each `kind` once. */
export const RETRIEVERS = Symbol('rag.RETRIEVERS');
export const InjectRetrievers = () => Inject(RETRIEVERS);
