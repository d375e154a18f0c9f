import type { ReadingEvent } from './reading-event.js';

type DeltaData = Extract<ReadingEvent, { event: 'delta' }>['data'];

/** Turns one event into the bytes of the wire; `seq` counts from 1 within a reading. */
export type FrameEncoder = (readingId: string, seq: number, event: ReadingEvent) => string;

/** How long a browser waits before it reconnects, in ms; said once, with the first event. */
const RECONNECT_MS = 1_000;

/**
 * One whole Server-Sent Event: an id to resume from, a name, one `data:` line of JSON, LF only. JSON escapes every
 * line break and control character, so no content can end an event or start another.
 */
export const encodeFrame: FrameEncoder = (readingId, seq, { event, data }) => {
  if (event === 'delta') return encodeDelta(readingId, seq, data);
  const retry = seq === 1 || event === 'shutdown' ? `retry: ${RECONNECT_MS}\n` : '';
  return `${retry}id: ${readingId}.${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
};

/** Nearly every event is one: only its content needs a serializer. Section ids are names of ours, not a client's. */
const encodeDelta = (readingId: string, seq: number, { section, content }: DeltaData): string =>
  `id: ${readingId}.${seq}\nevent: delta\ndata: {"section":"${section}","content":${JSON.stringify(content)}}\n\n`;

/** The events of a complete stream's frames, for whoever wants the reading as one document. */
export function decodeFrames(frames: string): readonly ReadingEvent[] {
  return frames
    .split('\n\n')
    .filter((frame) => frame.includes('data: '))
    .map((frame) => {
      const field = (name: string) =>
        frame
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? '';
      return { event: field('event'), data: JSON.parse(field('data')) as unknown } as ReadingEvent;
    });
}
