import type {
  EventBatch,
  ReadingDone,
  ReadingEvent,
  ReadingStarted,
  RetrievalSettled,
  SectionDone,
} from '@app/streaming';
import { z } from 'zod';

/** A finished section without the timings of the run that wrote it. */
export interface StoredSection {
  readonly section: string;
  readonly text: string;
  readonly finishReason: string;
  readonly citations: readonly { readonly n: number; readonly id: string }[];
}

/** Everything needed to replay a finished reading. */
export interface StoredReading {
  readonly started: Omit<ReadingStarted, 'reading' | 'cached'>;
  readonly retrieval: readonly Omit<RetrievalSettled, 'ms'>[];
  /** In the order in which the sections ended. */
  readonly sections: readonly StoredSection[];
  readonly grounded?: boolean;
  readonly followups?: readonly string[];
}

/** Validates the fields that replaying needs, because another version may have written the value. */
export const storedReading = z.object({
  started: z.object({ kind: z.string(), locale: z.string(), sections: z.array(z.string()), facts: z.looseObject({}) }),
  retrieval: z.array(z.object({ retriever: z.string(), status: z.string(), sources: z.array(z.unknown()) })),
  sections: z.array(
    z.object({
      section: z.string(),
      text: z.string(),
      finishReason: z.string(),
      citations: z.array(z.object({ n: z.number(), id: z.string() })),
    }),
  ),
});

/** Records the events of a running reading for the cache. */
export class ReadingRecorder {
  #started: ReadingStarted | undefined;
  #done: ReadingDone | undefined;
  readonly #retrieval: RetrievalSettled[] = [];
  readonly #sections: SectionDone[] = [];
  readonly #citations = new Map<string, { n: number; id: string }[]>();

  observe(batch: EventBatch): void {
    for (const event of batch) if (event.event !== 'delta') this.#note(event);
  }

  /**
   * The recorded reading; undefined unless it ended `ok` and every retriever returned its full result. An incomplete
   * reading must not be replayed after the fault is over.
   */
  get stored(): StoredReading | undefined {
    if (!this.#started || this.#done?.status !== 'ok') return undefined;
    const isIncomplete = ({ status, degraded }: RetrievalSettled) =>
      status === 'timeout' || status === 'error' || degraded === true;
    if (this.#retrieval.some(isIncomplete)) return undefined;
    const { reading: _reading, cached: _cached, ...started } = this.#started;
    const { grounded, followups } = this.#done;
    return {
      started,
      retrieval: this.#retrieval.map(({ ms: _ms, ...settled }) => settled),
      sections: this.#sections.map((section) => this.#section(section)),
      ...(grounded !== undefined && { grounded }),
      ...(followups && { followups }),
    };
  }

  #note({ event, data }: ReadingEvent): void {
    if (event === 'reading') this.#started = data;
    else if (event === 'retrieval') this.#retrieval.push(data);
    else if (event === 'section' && data.status === 'done') this.#sections.push(data);
    else if (event === 'citation') this.#cite(data);
    else if (event === 'done') this.#done = data;
  }

  #cite({ section, n, id }: { readonly section: string; readonly n: number; readonly id: string }): void {
    const citations = this.#citations.get(section) ?? [];
    citations.push({ n, id });
    this.#citations.set(section, citations);
  }

  #section({ section, full_text, finish_reason }: SectionDone): StoredSection {
    return { section, text: full_text, finishReason: finish_reason, citations: this.#citations.get(section) ?? [] };
  }
}
