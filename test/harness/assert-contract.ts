import { isDeepStrictEqual } from 'node:util';
import { readingDefinitions } from '@app/readings';
import { type ReadingEvent, eventData } from '@app/streaming';

const FACTS = new Map(readingDefinitions.map(({ kind, facts }) => [kind, facts]));

/** @throws Error when an event has a key or value that its schema does not document */
export function assertContract(events: readonly ReadingEvent[]): void {
  for (const { event, data } of events) {
    // Parsing drops undocumented keys, so compare with the original.
    const documented = eventData[event].parse(data);
    if (!isDeepStrictEqual(documented, data)) throw new Error(`Undocumented in ${event}: ${JSON.stringify(data)}`);
    if (event === 'reading') FACTS.get(data.kind)?.parse(data.facts);
  }
}
