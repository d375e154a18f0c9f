import type { ReadingEvent } from './reading-event.js';

interface FrameFields {
  readonly id: string | undefined;
  readonly event: string | undefined;
  /** One line of JSON; undefined in a comment. */
  readonly data: string | undefined;
}

/** Splits complete frames into their fields. */
export function splitFrames(frames: string): readonly FrameFields[] {
  return frames
    .split('\n\n')
    .filter((frame) => frame !== '')
    .map((frame) => {
      const lines = frame.split('\n');
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      return { id: field('id'), event: field('event'), data: field('data') };
    });
}

/**
 * Parses complete frames that were read from a log; in the process that runs a reading, its events are observed
 * directly. Frames of formats without event names yield no events.
 */
export const parseFrames = (frames: string): readonly ReadingEvent[] =>
  splitFrames(frames).flatMap(({ event, data }) =>
    event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) as unknown } as ReadingEvent],
  );
