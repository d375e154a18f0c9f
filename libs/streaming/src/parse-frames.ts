import type { ReadingEvent } from './reading-event.js';

/**
 * Parses complete frames that were read from a log. This is the only code that parses frames: in the process that runs
 * a reading, its events are observed directly. Frames of formats without event names yield no events.
 */
export function parseFrames(frames: string): readonly ReadingEvent[] {
  return frames.split('\n\n').flatMap((frame): readonly ReadingEvent[] => {
    const lines = frame.split('\n');
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const [event, data] = [field('event'), field('data')];
    return event === undefined || data === undefined
      ? []
      : [{ event, data: JSON.parse(data) as unknown } as ReadingEvent];
  });
}
