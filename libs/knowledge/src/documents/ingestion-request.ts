import type { Locale } from '@app/text';
import type { RefusedFile } from './find-files.js';

export interface IngestionRequest {
  /** Files and folders. Relative paths are resolved against the working directory. */
  readonly paths: readonly string[];
  readonly collection: string;
  /** Whether to remove documents that were ingested from these paths and whose files no longer exist. */
  readonly prune?: boolean;
  /** Language of all documents; detected for each document when absent. */
  readonly lang?: Locale | undefined;
}

/** Progress of the ingestion. */
export interface DocumentProgress {
  readonly phase: 'embedding' | 'indexing';
  /** Number of processed bytes of the files, including the already embedded share of a file in progress. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Number of passages embedded so far. */
  readonly passages: number;
}

export interface IngestionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DocumentProgress) => void;
  /** Called for every rejected file and record. */
  readonly onRefused?: (refused: RefusedFile) => void;
  /** Called for every file of which only a small share of the text is stored; the reason contains the share. */
  readonly onLoss?: (lossy: RefusedFile) => void;
}

/** Document counts by outcome. */
export interface IngestionSummary {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Number of rejected files and records. */
  readonly refused: number;
  /** Number of skipped files and folders whose name begins with a dot. */
  readonly hidden: number;
  /** Number of embedded rows. */
  readonly passages: number;
}

export type DocumentOutcome = 'added' | 'replaced' | 'unchanged' | 'removed' | 'refused';
