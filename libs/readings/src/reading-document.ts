import type {
  ReadingDone,
  ReadingEvent,
  ReadingStarted,
  RetrievalSettled,
  SectionDone,
  SectionFailed,
} from '@app/streaming';

type SectionEnd = SectionDone | SectionFailed;

/** A finished reading as one JSON document. */
export interface ReadingDocument extends ReadingStarted, Omit<ReadingDone, 'done'> {
  readonly retrieval: readonly RetrievalSettled[];
  /** In the order of `sections`; a failed one has the text that was written before it failed. */
  readonly texts: readonly SectionEnd[];
  readonly citations: readonly { readonly section: string; readonly n: number; readonly id: string }[];
}

/** Builds the document from all events of a reading. Uses the deltas where a section end has no `full_text`. */
export function readingDocument(events: readonly ReadingEvent[]): ReadingDocument {
  const all = <Name extends ReadingEvent['event']>(name: Name) =>
    events
      .filter((event) => event.event === name)
      .map((event) => event.data as Extract<ReadingEvent, { event: Name }>['data']);
  const [started] = all('reading');
  const [ended] = all('done');
  if (!started || !ended) throw new Error('The events of a reading are incomplete');
  const deltasOf = (section: string) =>
    all('delta')
      .filter((delta) => delta.section === section)
      .map(({ content }) => content)
      .join('');
  const texts = all('section')
    .filter((data): data is SectionEnd => data.status !== 'start')
    .map((data): SectionEnd => ({ ...data, full_text: data.full_text ?? deltasOf(data.section) }))
    .toSorted((a, b) => started.sections.indexOf(a.section) - started.sections.indexOf(b.section));
  const { done: _, ...end } = ended;
  return { ...started, ...end, retrieval: all('retrieval'), texts, citations: all('citation') };
}
