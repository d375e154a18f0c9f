import type { ReadingEvent } from './reading-event.js';

/**
 * The events of whole frames that were read back from a log. The only place that parses frames: inside the process
 * that runs a reading, its events are observed directly. Frames of formats without event names give none.
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
