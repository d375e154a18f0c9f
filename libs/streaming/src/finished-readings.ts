import type { ReadingView } from './reading-view.js';

/** Bytes of all kept logs together; above it the oldest are dropped first. */
const MAX_BYTES = 128 * 1024 * 1024;
/** Names remembered after their log is gone, to tell "expired" from "unknown". */
const MAX_EXPIRED = 10_000;

interface Finished {
  readonly view: ReadingView;
  readonly bytes: number;
  /** `performance.now()`: the system clock may be set back. */
  readonly until: number;
}

/** Logs of readings that have ended, kept for clients that lost the connection. */
export class FinishedReadings {
  /** In the order they ended. */
  readonly #kept = new Map<string, Finished>();
  readonly #expired = new Set<string>();
  #bytes = 0;

  constructor(
    private readonly ttlMs: number,
    private readonly maxBytes = MAX_BYTES,
  ) {}

  /** @param bytes that the view holds and no other does */
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

  /** Drops what is too old or exceeds the limit. */
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
