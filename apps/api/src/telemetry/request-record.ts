import type { ReadingEvent, StageTiming } from '@app/streaming';
import type { TraceContext } from './trace-context.js';

/** Result of one section. */
export interface SectionRecord {
  readonly section: string;
  readonly outcome: string;
  readonly ms: number | undefined;
  readonly promptTokens: number | undefined;
  readonly completionTokens: number | undefined;
}

type SectionEnd = Exclude<Extract<ReadingEvent, { event: 'section' }>['data'], { status: 'start' }>;

/** Durations and outcomes of one request, never content. */
export class RequestRecord {
  reading: string | undefined;
  kind: string | undefined;
  engine: string | undefined;
  model: string | undefined;
  /** Outcome of the reading; undefined until it has ended. */
  outcome: string | undefined;
  firstTextMs: number | undefined;
  timings: Readonly<Record<string, StageTiming>> = {};
  readonly sections: SectionRecord[] = [];

  constructor(
    readonly id: string,
    readonly trace: TraceContext,
    /** `performance.now()` at arrival. */
    readonly arrivedAt: number,
  ) {}

  /** Sets the stages that ended before the reading's first event; the others arrive with `done`. */
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

  /** Durations in ms by stage. */
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
