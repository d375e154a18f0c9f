import type { EventBatch, ReadingEvent } from '@app/streaming';
import type { StoredReading, StoredSection } from './stored-reading.js';

export interface Replay {
  /** Id of the new reading. */
  readonly id: string;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
}

/** A stored reading as the events of a new one, marked `cached`. The text of each section is a single delta. */
export function replayReading(stored: StoredReading, { id, arrivedAt }: Replay): EventBatch {
  const ms = Math.round((performance.now() - arrivedAt) * 10) / 10;
  const { started, retrieval, sections, grounded, followups } = stored;
  return [
    { event: 'reading', data: { ...started, reading: id, cached: true } },
    ...retrieval.map((settled): ReadingEvent => ({ event: 'retrieval', data: { ...settled, ms: 0 } })),
    ...sections.flatMap((section) => replaySection(section, ms)),
    {
      event: 'done',
      data: {
        done: true,
        status: 'ok',
        ms,
        timings: { cache: { start: 0, ms } },
        ...(grounded !== undefined && { grounded }),
        ...(followups && { followups }),
      },
    },
  ];
}

function replaySection({ section, text, finishReason, citations }: StoredSection, ms: number): readonly ReadingEvent[] {
  return [
    { event: 'section', data: { section, status: 'start' } },
    ...(text === '' ? [] : [{ event: 'delta', data: { section, content: text } } as const]),
    ...citations.map((citation): ReadingEvent => ({ event: 'citation', data: { section, ...citation } })),
    {
      event: 'section',
      data: { section, status: 'done', full_text: text, finish_reason: finishReason, ttft_ms: ms, ms },
    },
  ];
}
