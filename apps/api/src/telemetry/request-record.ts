import { type ReadingEvent, type StageTiming, decodeFrames } from '@app/streaming';
import { tellsRawError, tellsText } from './frame-words.js';
import type { TraceContext } from './trace-context.js';

/** As a field of its own: a front end's plain text may say the same words. */
const TOLD = ['reading', 'section', 'error', 'done'].map((event) => Buffer.from(`\nevent: ${event}\n`));
const END = Buffer.from('\n\n');

/** What one section did, without a word of it. */
export interface SectionRecord {
  readonly section: string;
  readonly outcome: string;
  readonly ms: number | undefined;
  readonly promptTokens: number | undefined;
  readonly completionTokens: number | undefined;
}

/** What is known of one request when its answer has ended: lengths and outcomes, never content. */
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

  /** The stages that are over before a reading says anything; of one that is left early nothing else is known. */
  began(timings: Readonly<Record<string, StageTiming>>): void {
    this.timings = timings;
  }

  /** Looks at what a reading says to this request. */
  observe(events: readonly ReadingEvent[]): void {
    for (const event of events) this.#note(event);
  }

  /** The same for what is written to a socket: of a chunk only the frames that hold a beginning or an end are read. */
  observeBytes(chunk: Buffer): void {
    if (this.firstTextMs === undefined && tellsText(chunk)) this.firstTextMs = this.#sinceArrival();
    if (this.outcome === undefined && tellsRawError(chunk)) this.outcome = 'failed';
    for (const name of TOLD)
      for (let at = chunk.indexOf(name); at !== -1; at = chunk.indexOf(name, at + name.length))
        this.observe(decodeFrames(frameAround(chunk, at)));
  }

  /** Stage → ms. */
  get stages(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.timings).map(([stage, { ms }]) => [stage, ms]));
  }

  #note({ event, data }: ReadingEvent): void {
    if (event === 'reading') {
      this.reading = data.reading;
      this.kind = data.kind;
      this.engine = data.llm.engine;
      this.model = data.llm.model;
    } else if (event === 'section' && data.status !== 'start') this.#noteSection(data);
    else if (event === 'done') {
      this.outcome = data.status;
      this.timings = data.timings;
    } else if (event === 'error') this.outcome = 'failed';
  }

  #sinceArrival(): number {
    return Math.round((performance.now() - this.arrivedAt) * 10) / 10;
  }

  #noteSection(data: Exclude<Extract<ReadingEvent, { event: 'section' }>['data'], { status: 'start' }>): void {
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

/** The whole frame of which `at` is a byte. */
function frameAround(chunk: Buffer, at: number): string {
  const before = chunk.lastIndexOf(END, at);
  const after = chunk.indexOf(END, at);
  return chunk.toString('utf8', before === -1 ? 0 : before + END.length, after === -1 ? chunk.length : after);
}
