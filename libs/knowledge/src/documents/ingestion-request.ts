import type { Locale } from '@app/text';
import type { IngestionProgress } from '../ingestion/ingestion-progress.js';
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

export interface IngestionOptions {
  readonly signal?: AbortSignal;
  /** Progress in bytes of the files, then in steps of indexing. */
  readonly onProgress?: (progress: IngestionProgress) => void;
  /** Called for every rejected file and record. */
  readonly onRefused?: (refused: RefusedFile) => void;
  /**
   * Called for every file that was ingested with a reservation: a detected encoding, pages without text, or only a small
   * share of its text.
   */
  readonly onWarning?: (file: RefusedFile) => void;
  /** Maximum time for parsing one file. */
  readonly timeMs?: number;
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
