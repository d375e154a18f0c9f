import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddingConfig } from '@app/config';
import type { OnApplicationShutdown } from '@nestjs/common';
import { EmbeddingError } from '../embedding.error.js';
import { type Device, devicesToTry, runtimeOffersCuda } from '../onnx/devices.js';
import { type ModelSource, findCrossEncoder } from '../onnx/model-source.js';
import { PiscinaWorkers } from '../onnx/piscina-workers.js';
import { Readiness } from '../readiness.js';
import { untilAborted } from '../until-aborted.js';

/** Settings with which the worker is started (structured clone). */
export interface CrossEncoderSettings {
  readonly source: ModelSource;
  readonly threads: number;
  readonly devices: readonly Device[];
}

export interface RatedTexts {
  readonly query: string;
  readonly texts: readonly string[];
}

export interface CrossEncoderOptions extends Pick<EmbeddingConfig, 'modelDir' | 'threads' | 'device'> {
  /** Folder of the model below `modelDir`; the first cross-encoder there when absent. */
  readonly model: string | undefined;
}

interface Loaded {
  readonly name: string;
  readonly workers: PiscinaWorkers;
}

const WORKER_FILE = fileURLToPath(new URL(`./cross-encoder.worker${extname(import.meta.url)}`, import.meta.url));
/** Texts that occupy the thread at a time; in between, other requests have their turn. */
const SLICE = 8;

/**
 * A reranking model that reads a question and a text together. It is loaded from a local folder on first use, into a
 * separate thread: such models are large, and one run uses all CPUs.
 */
export class CrossEncoder implements OnApplicationShutdown {
  readonly #readiness: Readiness<Loaded>;

  constructor(private readonly options: CrossEncoderOptions) {
    const name = options.model ?? 'the reranking model';
    this.#readiness = new Readiness(
      () => this.#load(),
      (cause) => (cause instanceof EmbeddingError ? cause.message : `${name} cannot be loaded`),
    );
  }

  /** Name of the installed model; undefined when none is installed. */
  async model(): Promise<string | undefined> {
    return this.#readiness.loaded?.name ?? (await this.#find())?.name;
  }

  /**
   * Returns a logit for each text, in their order; higher is more relevant.
   * @throws EmbeddingError `embedding.unavailable` when no model can be loaded; the abort reason
   */
  async rate(query: string, texts: readonly string[], signal: AbortSignal): Promise<readonly number[]> {
    const { workers } = await untilAborted(this.#readiness.get(), signal);
    const logits: number[] = [];
    for (let at = 0; at < texts.length; at += SLICE) {
      const slice: RatedTexts = { query, texts: texts.slice(at, at + SLICE) };
      logits.push(...(await untilAborted(workers.run<readonly number[]>('rate', slice), signal)));
    }
    return logits;
  }

  /** Called by Nest when the application shuts down. */
  async onApplicationShutdown(): Promise<void> {
    await this.#readiness.loaded?.workers.close();
  }

  #find(): Promise<ModelSource | undefined> {
    return findCrossEncoder(this.options.model, this.options.modelDir);
  }

  async #load(): Promise<Loaded> {
    const source = await this.#find();
    if (!source) throw new EmbeddingError('embedding.unavailable', 'no cross-encoder is installed');
    const threads = Math.min(this.options.threads, availableParallelism());
    const devices = devicesToTry(this.options.device, runtimeOffersCuda);
    const settings: CrossEncoderSettings = { source, threads, devices };
    const workers = new PiscinaWorkers({ settings, maxWorkers: 1, file: WORKER_FILE });
    try {
      await workers.run('load');
    } catch (error) {
      await workers.close();
      throw error;
    }
    return { name: source.name, workers };
  }
}
