import type { Device } from './devices.js';
import type { ModelProfile } from '../model-profile.js';
import type { ModelSource } from './model-source.js';

/** Settings with which every worker is started (structured clone). */
export interface WorkerSettings {
  readonly source: ModelSource;
  readonly pooling: ModelProfile['pooling'];
  readonly threads: number;
  /** Devices in the order in which they are tried; the first on which the model loads is used. */
  readonly devices: readonly Device[];
}

export interface LoadedModel {
  readonly dimensions: number;
  readonly device: Device;
  readonly loadMs: number;
}

/**
 * Worker threads with one model each. A call rejects when its thread dies or its model fails; a dead thread is
 * replaced.
 */
export interface EmbeddingWorkers {
  /** Number of threads that can start a batch immediately. */
  readonly idle: number;
  /** Maximum number of threads. Another thread starts when more batches are running than threads exist. */
  readonly maxWorkers: number;
  load(): Promise<LoadedModel>;
  /** Returns the vectors of the texts in one array, one after the other. */
  embed(texts: readonly string[]): Promise<Float32Array>;
  close(): Promise<void>;
}
