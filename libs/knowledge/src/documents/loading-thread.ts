import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FileToLoad, LoadedFile } from './document.js';
import { DocumentRefusedError } from './document-refused.error.js';

/** Limits per file. */
export interface LoadingLimits {
  readonly timeMs: number;
  /** Maximum growth of the process's memory; a few kilobytes can decompress to gigabytes. */
  readonly bytes: number;
}

export type LoadingAnswer = { readonly loaded: LoadedFile } | { readonly refused: string };

/** The largest books that a PDF can hold, 5 000 pages, take about a minute. */
export const LOADING_LIMITS: LoadingLimits = { timeMs: 120_000, bytes: 1_000_000_000 };
const WATCH_MS = 20;
/** Heap limit of the thread; it takes effect earlier than the periodic check of the whole process. */
const MAX_HEAP_MB = 1_000;
const WORKER_FILE = fileURLToPath(new URL(`./loading.worker${extname(import.meta.url)}`, import.meta.url));
const CRASHED = 'cannot be read; it may be damaged';
const TOO_LARGE = 'needs more memory than a document may use';

/**
 * Parses files in a thread, one after the other. Only a thread can be stopped when a parser does not end: a small file
 * can keep one busy for minutes. The thread starts with the first file and is replaced after it was stopped.
 */
export class LoadingThread implements AsyncDisposable {
  #worker: Worker | undefined;

  constructor(private readonly limits: LoadingLimits = LOADING_LIMITS) {}

  /** @throws DocumentRefusedError when the file cannot be parsed or exceeds a limit; the abort reason */
  async load(file: FileToLoad, signal: AbortSignal): Promise<LoadedFile> {
    const answer = await this.#ask(file, signal);
    if ('refused' in answer) throw new DocumentRefusedError(answer.refused);
    return answer.loaded;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
  }

  async #ask(file: FileToLoad, signal: AbortSignal): Promise<LoadingAnswer> {
    signal.throwIfAborted();
    const worker = (this.#worker ??= this.#start());
    const limit = new AbortController();
    const watch = this.#watch((reason) => limit.abort(new DocumentRefusedError(reason)));
    const answered = once(worker, 'message', { signal: AbortSignal.any([signal, limit.signal]) });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    worker.postMessage(file);
    try {
      const [answer] = (await answered) as [LoadingAnswer];
      return answer;
    } catch (error) {
      await this.#stop();
      signal.throwIfAborted();
      throw limit.signal.aborted ? limit.signal.reason : new DocumentRefusedError(crashReason(error), { cause: error });
    } finally {
      clearInterval(watch);
    }
  }

  #start(): Worker {
    const worker = new Worker(WORKER_FILE, {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    worker.unref();
    worker.on('error', () => (this.#worker = undefined));
    return worker;
  }

  /** A thread's resource limits do not cover buffers outside the heap, so the size of the process is monitored. */
  #watch(refuse: (reason: string) => void): NodeJS.Timeout {
    const { timeMs, bytes } = this.limits;
    const startedAt = performance.now();
    const before = process.memoryUsage.rss();
    return setInterval(() => {
      if (process.memoryUsage.rss() - before > bytes) refuse(TOO_LARGE);
      if (performance.now() - startedAt > timeMs) refuse(`takes more than ${Math.ceil(timeMs / 1_000)} s to parse`);
    }, WATCH_MS);
  }

  async #stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

const crashReason = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : CRASHED;
