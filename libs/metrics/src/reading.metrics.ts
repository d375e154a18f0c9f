import { Injectable } from '@nestjs/common';
import { LOOKUP_SECONDS, MODEL_SECONDS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';
import { RegisteredLabel } from './registered-label.js';
import { TimingWindows, operationNames } from './timing-windows.js';

const STAGES = ['safety', 'cache', 'embed', 'retrieve', 'prompt', 'generate'] as const;
export type ReadingStage = (typeof STAGES)[number];

const stageOf = operationNames((stage) => `stage_${stage}`);

@Injectable()
export class ReadingMetrics {
  readonly #duration;
  readonly #firstToken;
  readonly #stage;
  readonly #safety;
  readonly #kinds = new RegisteredLabel();

  constructor(
    private readonly registry: MetricsRegistry,
    private readonly windows: TimingWindows,
  ) {
    this.#duration = registry.histogram(
      'reading_duration_seconds',
      'Time of a whole reading, by how it ended.',
      MODEL_SECONDS,
      ['kind', 'outcome'],
    );
    this.#firstToken = registry.histogram(
      'reading_first_token_seconds',
      'Time from the request to the first text of any section, by how the reading ended.',
      MODEL_SECONDS,
      ['kind', 'outcome'],
    );
    this.#stage = registry.histogram(
      'reading_stage_duration_seconds',
      'Time of one stage of a reading.',
      [...LOOKUP_SECONDS, 5, 10, 30, 60, 120],
      ['stage'],
    );
    this.#safety = registry.counter('reading_safety_total', 'Requests answered with help lines instead of a reading.', [
      'locale',
    ]);
  }

  /** Registers the kinds of readings of this process; others are counted as `other`. */
  register(kinds: readonly string[]): void {
    this.#kinds.register(kinds);
  }

  /** @param firstTextMs undefined when no section has sent any text */
  ended(name: string, outcome: string, ms: number, firstTextMs?: number): void {
    if (!this.registry.enabled) return;
    const labels = { kind: this.#kinds.of(name), outcome: label('readingOutcome', outcome) };
    this.#duration.observe(labels, ms / 1_000);
    this.windows.observe('reading', ms);
    if (firstTextMs === undefined) return;
    this.#firstToken.observe(labels, firstTextMs / 1_000);
    this.windows.observe('reading_ttft', firstTextMs);
  }

  stage(stage: ReadingStage, ms: number): void {
    if (!this.registry.enabled) return;
    this.#stage.observe({ stage }, ms / 1_000);
    this.windows.observe(stageOf(stage), ms);
  }

  safety(locale: string): void {
    if (this.registry.enabled) this.#safety.inc({ locale: label('locale', locale) });
  }
}
