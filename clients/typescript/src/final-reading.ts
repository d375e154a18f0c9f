import type { CitationData, DoneData, EventData, RetrievalData, SectionData } from './contract.generated.js';
import { ReadingError } from './reading-error.js';
import type { ReadingEvent } from './reading-event.js';

type StartedData<K extends string> = Extract<ReadingEvent<K>, { event: 'reading' }>['data'];
type FailedSection = Extract<SectionData, { status: 'failed' }>;

/** A finished reading. */
export type FinalReading<K extends string = string> = StartedData<K> &
  Omit<DoneData, 'done'> & {
    /** Text by section id, for every section that has text. */
    readonly texts: Readonly<Record<string, string>>;
    /** All texts in the order of `sections`, separated by empty lines. */
    readonly text: string;
    readonly failures: readonly FailedSection[];
    readonly retrieval: readonly RetrievalData[];
    readonly citations: readonly CitationData[];
  };

/** Collects the events of a reading. */
export class Collector<K extends string> {
  #started: StartedData<K> | undefined;
  #done: DoneData | undefined;
  #error: EventData['error'] | undefined;
  #texts: Record<string, string> = {};
  #failures: FailedSection[] = [];
  #retrieval: RetrievalData[] = [];
  #citations: CitationData[] = [];

  add({ event, data }: ReadingEvent<K>): void {
    if (event === 'reading') this.#begin(data);
    else if (event === 'delta') this.#texts[data.section] = (this.#texts[data.section] ?? '') + data.content;
    else if (event === 'section' && data.status === 'failed') this.#failures.push(data);
    else if (event === 'retrieval') this.#retrieval.push(data);
    else if (event === 'citation') this.#citations.push(data);
    else if (event === 'error') this.#error = data;
    else if (event === 'done') this.#done = data;
  }

  /** @throws ReadingError when the reading failed or was stopped */
  result(): FinalReading<K> {
    if (!this.#started || !this.#done) throw new ReadingError({ code: 'reading.incomplete', retryable: true });
    const { done: _, ...end } = this.#done;
    if (end.status === 'cancelled') throw new ReadingError({ code: 'reading.cancelled', retryable: true });
    if (end.status === 'failed')
      throw new ReadingError({
        code: this.#error?.code ?? 'reading.failed',
        title: this.#error?.error,
        retryable: true,
      });
    const texts = this.#texts;
    return {
      ...this.#started,
      ...end,
      texts,
      text: this.#started.sections.flatMap((section) => texts[section] ?? []).join('\n\n'),
      failures: this.#failures,
      retrieval: this.#retrieval,
      citations: this.#citations,
    };
  }

  /** Handles the first event of a reading or of its repetition; discards everything collected before. */
  #begin(data: StartedData<K>): void {
    this.#started = data;
    this.#texts = {};
    this.#failures = [];
    this.#retrieval = [];
    this.#citations = [];
  }
}
