import type {
  ReadingDone,
  ReadingEvent,
  ReadingStarted,
  RetrievalSettled,
  SectionDone,
  SectionFailed,
} from '@app/streaming';

/** A finished reading as one JSON document. */
export interface ReadingDocument extends ReadingStarted, Omit<ReadingDone, 'done'> {
  readonly retrieval: readonly RetrievalSettled[];
  readonly texts: readonly (SectionDone | SectionFailed)[];
  readonly citations: readonly { readonly section: string; readonly n: number; readonly id: string }[];
}

/** Gathers the events of a whole stream; sections in the order of the plan. */
export function readingDocument(events: readonly ReadingEvent[]): ReadingDocument {
  const of = <Name extends ReadingEvent['event']>(name: Name) =>
    events
      .filter((event) => event.event === name)
      .map((event) => event.data as Extract<ReadingEvent, { event: Name }>['data']);
  const [started] = of('reading');
  const [ended] = of('done');
  if (!started || !ended) throw new Error('A reading without a beginning or an end.');
  const ends = of('section').filter((data): data is SectionDone | SectionFailed => data.status !== 'start');
  const texts = ends.toSorted((a, b) => started.sections.indexOf(a.section) - started.sections.indexOf(b.section));
  const { done: _done, ...end } = ended;
  return { ...started, ...end, retrieval: of('retrieval'), texts, citations: of('citation') };
}
