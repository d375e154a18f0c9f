import type { ReadingDocument, ReadingEvent, SectionDone, SectionFailed } from '@app/streaming';

type SectionEnd = SectionDone | SectionFailed;

/** Builds the document from all events of a reading. @throws Error when `reading` or `done` is missing */
export function readingDocument(events: readonly ReadingEvent[]): ReadingDocument {
  if (!events.some(({ event }) => event === 'done')) throw new Error('The events of a reading are incomplete');
  return documentSoFar(events);
}

/**
 * The document built from the events so far. A failed section contains the text written before its failure. Uses the
 * deltas where the end of a section has no `full_text`.
 * @throws Error when `reading` is missing
 */
export function documentSoFar(events: readonly ReadingEvent[]): ReadingDocument {
  const all = <Name extends ReadingEvent['event']>(name: Name) =>
    events
      .filter((event) => event.event === name)
      .map((event) => event.data as Extract<ReadingEvent, { event: Name }>['data']);
  const [started] = all('reading');
  if (!started) throw new Error('The events of a reading are incomplete');
  const { done: _, ...end } = all('done')[0] ?? RUNNING;
  const deltas = all('delta');
  const textOf = (section: string) =>
    deltas.filter((delta) => delta.section === section).reduce((text, { content }) => text + content, '');
  const ends = all('section').filter((data): data is SectionEnd => data.status !== 'start');
  const texts = started.sections.flatMap((section): ReadingDocument['texts'] => {
    const ended = ends.find((data) => data.section === section);
    if (ended) return [{ ...ended, full_text: ended.full_text ?? textOf(section) }];
    const text = textOf(section);
    return text === '' ? [] : [{ section, status: 'running', full_text: text }];
  });
  return { ...started, ...end, retrieval: all('retrieval'), texts, citations: all('citation') };
}

const RUNNING = { done: true, status: 'running', ms: 0, timings: {} } as const;
