import type { Locale } from '@app/text';
import type { RefusedFile } from './find-files.js';

export interface IngestionRequest {
  /** Files and folders; relative ones to the working directory. */
  readonly paths: readonly string[];
  readonly collection: string;
  /** Remove the documents that were taken in from these paths and are no longer there. */
  readonly prune?: boolean;
  /** Language of all documents; each one's own when absent. */
  readonly lang?: Locale | undefined;
}

/** Progress of the ingestion. */
export interface DocumentProgress {
  readonly phase: 'embedding' | 'indexing';
  /** Of the files, embedded parts of a file included. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Embedded so far. */
  readonly passages: number;
}

export interface IngestionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DocumentProgress) => void;
  /** Called for every rejected file and record. */
  readonly onRefused?: (refused: RefusedFile) => void;
  /** Called for every file of which little is taken in, with the share as reason. */
  readonly onLoss?: (lossy: RefusedFile) => void;
}

/** Document counts by outcome. */
export interface IngestionSummary {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Files and records. */
  readonly refused: number;
  /** Files and folders whose name begins with a dot. */
  readonly hidden: number;
  /** Rows that were embedded. */
  readonly passages: number;
}

export type DocumentOutcome = 'added' | 'replaced' | 'unchanged' | 'removed' | 'refused';
