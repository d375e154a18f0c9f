import type { FrameFormat, ReadingEvent } from '@app/streaming';
import { PlainEvents } from './plain-events.js';
import { framesOfEvent } from './small-frames.js';

/** The payloads to send for one event of a reading, each small enough for one frame; often none. */
export type DataOf = (event: ReadingEvent) => readonly string[];

/**
 * Stream format of front ends that know no event names: `data:` frames only. Frames are small and written separately,
 * because these clients parse each socket read on its own.
 * @param createDataOf called once per reading
 */
export const dataFormat = (
  name: string,
  createDataOf: () => DataOf,
  options: Pick<FrameFormat, 'heartbeat'> = {},
): FrameFormat => ({
  name,
  separateWrites: true,
  ...options,
  encoder: () => {
    const plain = new PlainEvents();
    const dataOf = createDataOf();
    const framesOf = (event: ReadingEvent) => dataOf(event).map((data) => `data: ${data}\n\n`);
    return (readingId, seq, event) => framesOfEvent(readingId, seq, plain.of(event).flatMap(framesOf));
  },
});
