import type { ReadingEvent, StageTiming } from '@app/streaming';
import type { TraceContext } from './trace-context.js';

/** How one section ended. */
export interface SectionRecord {
  readonly section: string;
  readonly outcome: string;
  readonly ms: number | undefined;
  readonly promptTokens: number | undefined;
  readonly completionTokens: number | undefined;
}

type SectionEnd = Exclude<Extract<ReadingEvent, { event: 'section' }>['data'], { status: 'start' }>;

/** What is known of one request when its response has ended: durations and outcomes, never content. */
export class RequestRecord {
  reading: string | undefined;
  kind: string | undefined;
  engine: string | undefined;
  model: string | undefined;
  /** How the reading ended; undefined while it has not. */
  outcome: string | undefined;
  firstTextMs: number | undefined;
  timings: Readonly<Record<string, StageTiming>> = {};
  readonly sections: SectionRecord[] = [];

  constructor(
    readonly id: string,
    readonly trace: TraceContext,
    /** `performance.now()` at the arrival. */
    readonly arrivedAt: number,
  ) {}

  /** Stages that were over before the reading's first event; the rest arrives with `done`. */
  began(timings: Readonly<Record<string, StageTiming>>): void {
    this.timings = timings;
  }

  observe({ event, data }: ReadingEvent): void {
    if (event === 'delta') this.firstTextMs ??= this.#sinceArrival();
    else if (event === 'section' && data.status !== 'start') this.#addSection(data);
    else if (event === 'error') this.outcome = 'failed';
    else if (event === 'reading') {
      this.reading = data.reading;
      this.kind = data.kind;
      this.engine = data.llm.engine;
      this.model = data.llm.model;
    } else if (event === 'done') {
      this.outcome = data.status;
      this.timings = data.timings;
    }
  }

  /** Stage → ms. */
  get stages(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.timings).map(([stage, { ms }]) => [stage, ms]));
  }

  #sinceArrival(): number {
    return Math.round((performance.now() - this.arrivedAt) * 10) / 10;
  }

  #addSection(data: SectionEnd): void {
    const done = data.status === 'done' ? data : undefined;
    this.sections.push({
      section: data.section,
      outcome: data.status === 'failed' ? data.code : 'done',
      ms: done?.ms,
      promptTokens: done?.usage?.promptTokens,
      completionTokens: done?.usage?.completionTokens,
    });
  }
}
