import type { ReadingMetrics } from '@app/metrics';
import type { EventBatch, ReadingDone } from '@app/streaming';
import { ReadingTally } from './reading-tally.js';
import type { StageClock } from './stage-clock.js';

/** Tracks one reading: the timings of its sections, the counts of their outcomes, and its single end. */
export class ReadingProgress {
  readonly #tally = new ReadingTally();
  readonly #sectionStarts = new Map<string, number>();
  readonly #abort = new AbortController();
  #firstTextMs: number | undefined;
  #ended = false;

  constructor(
    private readonly kind: string,
    private readonly clock: StageClock,
    private readonly metrics: ReadingMetrics,
  ) {}

  /** Aborted when the reading ends early. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Must be called for every batch, in order. */
  observe(batch: EventBatch): void {
    if (this.#tally.add(batch)) this.#firstTextMs = this.clock.now();
    for (const { event, data } of batch) {
      if (event !== 'section') continue;
      if (data.status === 'start') this.#sectionStarts.set(data.section, this.clock.now());
      else this.clock.ended(`section_${data.section}`, this.#sectionStarts.get(data.section) ?? 0);
    }
  }

  /** Ends the reading after its last section. */
  finish(): Omit<ReadingDone, 'grounded' | 'followups'> {
    const [firstStart = this.clock.now()] = this.#sectionStarts.values();
    this.metrics.stage('generate', this.clock.ended('generate', firstStart));
    const { status, usage } = this.#tally;
    const ms = Math.round(this.#end(status) * 10) / 10;
    return { done: true, status, ms, timings: this.clock.timings, ...(usage && { usage }) };
  }

  /** Aborts pending work; no effect after the end. */
  stop(outcome: 'failed' | 'cancelled'): void {
    // `abort()` allocates an Error with a stack; skip it when nothing is pending.
    if (this.#ended) return;
    this.#abort.abort();
    this.#end(outcome);
  }

  #end(outcome: string): number {
    this.#ended = true;
    const ms = this.clock.now();
    this.metrics.ended(this.kind, outcome, ms, this.#firstTextMs);
    return ms;
  }
}
