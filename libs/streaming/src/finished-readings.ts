import type { ReadingView } from './reading-view.js';

/** Maximum number of names remembered after their log was dropped, to distinguish "expired" from "unknown". */
const MAX_EXPIRED = 10_000;

interface Finished {
  readonly view: ReadingView;
  readonly bytes: number;
  /** Expiry time as `performance.now()`, because the system clock may be set back. */
  readonly until: number;
}

/** Logs of finished readings, kept for clients that lost the connection. */
export class FinishedReadings {
  /** By log name, in the order in which the readings ended. */
  readonly #kept = new Map<string, Finished>();
  readonly #expired = new Set<string>();
  #bytes = 0;

  /** @param maxBytes maximum size of all kept logs; above it, the oldest are dropped first */
  constructor(
    private readonly ttlMs: number,
    private readonly maxBytes: number,
  ) {}

  /** @param bytes number of bytes to count for this view; 0 when its log is counted for another view */
  keep(name: string, view: ReadingView, bytes: number): void {
    this.#kept.set(name, { view, bytes, until: performance.now() + this.ttlMs });
    this.#bytes += bytes;
    this.sweep();
  }

  get(name: string): ReadingView | undefined {
    this.sweep();
    return this.#kept.get(name)?.view;
  }

  hasExpired(name: string): boolean {
    return this.#expired.has(name);
  }

  /** Drops expired logs, and the oldest ones while the byte limit is exceeded. */
  sweep(): void {
    for (const [name, { bytes, until }] of this.#kept) {
      if (until > performance.now() && this.#bytes <= this.maxBytes) return;
      this.#kept.delete(name);
      this.#bytes -= bytes;
      this.#expired.add(name);
      if (this.#expired.size > MAX_EXPIRED) this.#expired.delete(this.#expired.values().next().value as string);
    }
  }
}
