import type { Device } from './devices.js';
import type { ModelProfile } from '../model-profile.js';
import type { ModelSource } from './model-source.js';

/** What every worker is started with (structured-cloned). */
export interface WorkerSettings {
  readonly source: ModelSource;
  readonly pooling: ModelProfile['pooling'];
  readonly threads: number;
  /** Tried in this order; the first on which the model loads is used. */
  readonly devices: readonly Device[];
}

export interface LoadedModel {
  readonly dimensions: number;
  readonly device: Device;
  readonly loadMs: number;
}

/** Threads with one model each. A rejection is the worker's death or its model's error; a dead thread is replaced. */
export interface EmbeddingWorkers {
  /** Threads that could begin a batch at once. */
  readonly idle: number;
  /** How many threads there may be; further ones start when more batches run than threads exist. */
  readonly most: number;
  load(): Promise<LoadedModel>;
  /** The texts' vectors, one after the other. */
  embed(texts: readonly string[]): Promise<Float32Array>;
  close(): Promise<void>;
}
