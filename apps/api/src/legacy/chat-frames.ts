import { type FrameFormat, type ReadingEvent, lineSafeJson } from '@app/streaming';
import { PlainEvents } from './plain-events.js';
import { fitsOneFrame, framesOfEvent, splitToFit } from './small-frames.js';

/** Creates a delta with the keys that a chat's front end expects. */
export type DeltaShape = (content: string) => object;

/** The front end of the dream chat reads either key. */
export const contentAndToken: DeltaShape = (content) => ({ content, token: content });
export const contentOnly: DeltaShape = (content) => ({ content });

/**
 * Stream format of the older chat front ends: deltas, `error` if there was no text, and `done`. Frames are small and
 * written separately, because these clients parse each socket read on its own.
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
