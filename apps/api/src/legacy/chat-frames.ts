import { type FrameFormat, type ReadingEvent, lineSafeJson } from '@app/streaming';
import { PlainEvents } from './plain-events.js';
import { fitsOneFrame, framesOfEvent, splitToFit } from './small-frames.js';

/** The keys under which a chat's front end finds its text. */
export type DeltaShape = (content: string) => object;

/** The dream chat reads either key. */
export const contentAndToken: DeltaShape = (content) => ({ content, token: content });
export const contentOnly: DeltaShape = (content) => ({ content });

/**
 * The stream as the chats of older front ends read it: deltas, `error` when there was no text, and `done`. Each frame is
 * small and written alone, because these clients parse every read of the socket for itself.
 */
export const chatFormat = (name: string, shape: DeltaShape): FrameFormat => ({
  name,
  separateWrites: true,
  encoder: () => {
    const plain = new PlainEvents();
    return (readingId, seq, event) =>
      framesOfEvent(
        readingId,
        seq,
        plain.of(event).flatMap((plainEvent) => dataOf(plainEvent, shape).map((data) => `data: ${data}\n\n`)),
      );
  },
});

function dataOf({ event, data }: ReadingEvent, shape: DeltaShape): readonly string[] {
  const delta = (content: string) => lineSafeJson(shape(content));
  switch (event) {
    case 'delta':
      return splitToFit(data.content, delta).map(delta);
    case 'error':
      return [lineSafeJson(data)];
    case 'done':
      return [doneData(data)];
    default:
      return [];
  }
}

function doneData({ status, followups }: Extract<ReadingEvent, { event: 'done' }>['data']): string {
  const data = lineSafeJson({ done: true, status, followups });
  return fitsOneFrame(data) ? data : lineSafeJson({ done: true, status });
}
