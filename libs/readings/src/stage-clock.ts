import type { StageTiming } from '@app/streaming';

const round = (ms: number): number => Math.round(ms * 10) / 10;

/** Start (since the request arrived) and duration of each stage of a reading, in ms. */
export class StageClock {
  readonly #timings: Record<string, StageTiming> = {};

  /**
   * @param arrivedAt `performance.now()` when the request arrived
   * @param earlier stages that have already completed
   */
  constructor(
    private readonly arrivedAt: number,
    earlier: Readonly<Record<string, StageTiming>> = {},
  ) {
    for (const [stage, { start, ms }] of Object.entries(earlier))
      this.#timings[stage] = { start: round(start), ms: round(ms) };
  }

  /** Ms since the request arrived. */
  now(): number {
    return performance.now() - this.arrivedAt;
  }

  /** Records a stage that began `start` ms after the arrival and ends now; returns its duration in ms. */
  ended(stage: string, start: number): number {
    const ms = this.now() - start;
    this.#timings[stage] = { start: round(start), ms: round(ms) };
    return ms;
  }

  get timings(): Readonly<Record<string, StageTiming>> {
    return this.#timings;
  }
}
