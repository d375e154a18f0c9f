import { setTimeout as delay } from 'node:timers/promises';

/** A look that has not answered by then has failed: a probe waits about a second. */
const TIMEOUT_MS = 500;
/** Probes of several balancers share one look. */
const FRESH_MS = 1_000;
/** Longest a probe waits for a look under way before it answers with the last one: most looks take less. */
const PATIENCE_MS = 30;

export interface LookOutcome {
  readonly up: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What a probe last saw of something that may be slow, hang or throw. Looks are shared, have a deadline, and go on
 * without the probe when they take long, so that a probe itself is always answered at once.
 */
export class WatchedLook {
  #last: LookOutcome = { up: false, data: { reason: 'not looked at yet' } };
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;

  /** @param look what it tells when all is well; throws or rejects otherwise. */
  constructor(private readonly look: () => Promise<Readonly<Record<string, unknown>>>) {}

  async outcome(): Promise<LookOutcome> {
    if (performance.now() - this.#lookedAt > FRESH_MS) this.#looking ??= this.#refresh();
    if (this.#looking) await Promise.race([this.#looking, delay(PATIENCE_MS, undefined, { ref: false })]);
    return this.#last;
  }

  async #refresh(): Promise<void> {
    const late = delay(
      TIMEOUT_MS,
      { up: false, data: { reason: `no answer within ${TIMEOUT_MS} ms` } },
      { ref: false },
    );
    this.#last = await Promise.race([this.#attempt(), late]);
    this.#lookedAt = performance.now();
    this.#looking = undefined;
  }

  async #attempt(): Promise<LookOutcome> {
    try {
      return { up: true, data: await this.look() };
    } catch (error) {
      // A message could hold an address with a password: the code says enough.
      const { code } = (error ?? {}) as { readonly code?: unknown };
      return { up: false, data: { reason: typeof code === 'string' ? code : 'failed' } };
    }
  }
}
