import type { ReadingRun } from './reading-run.js';

/** Bytes of all kept logs together; beyond it the oldest go first. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Ids remembered after their log has gone, to tell "expired" from "never was". */
const MOST_EXPIRED = 10_000;

/** Readings that have ended, kept for a while so that a reader who lost the connection can fetch the rest. */
export class FinishedReadings {
  readonly #kept = new Map<string, { readonly run: ReadingRun; readonly until: number }>();
  readonly #expired = new Set<string>();
  #bytes = 0;

  constructor(
    private readonly ttlMs: number,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  keep(run: ReadingRun): void {
    this.#kept.set(run.id, { run, until: Date.now() + this.ttlMs });
    this.#bytes += run.length;
    this.sweep();
  }

  get(id: string): ReadingRun | undefined {
    this.sweep();
    return this.#kept.get(id)?.run;
  }

  hasExpired(id: string): boolean {
    return this.#expired.has(id);
  }

  /** Lets go of what is too old or too much; entries are in the order they ended. */
  sweep(): void {
    for (const [id, { run, until }] of this.#kept) {
      if (until > Date.now() && this.#bytes <= this.mostBytes) return;
      this.#kept.delete(id);
      this.#bytes -= run.length;
      this.#expired.add(id);
      if (this.#expired.size > MOST_EXPIRED) this.#expired.delete(this.#expired.values().next().value as string);
    }
  }
}
