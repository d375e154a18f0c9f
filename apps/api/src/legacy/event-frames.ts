import { type FrameFormat, lineSafeJson } from '@app/streaming';
import { PlainEvents } from './plain-events.js';
import { framesOfEvent } from './small-frames.js';

/** Reconnection delay for browsers, in ms. */
const RETRY = 'retry: 1000\n';

/** Event stream for the older dream and I Ching front ends, with `full_text` in every finished section. */
export const plainEventFrames: FrameFormat = {
  name: 'legacy-events',
  encoder: () => {
    const plain = new PlainEvents();
    return (readingId, seq, event) => {
      const frames = plain.of(event).map(({ event: name, data }) => {
        const { full_text: text, ...rest } = data as { readonly full_text?: string };
        const isDone = name === 'section' && 'status' in rest && rest.status === 'done';
        return `event: ${name}\ndata: ${lineSafeJson(isDone ? { ...rest, full_text: text } : rest)}\n\n`;
      });
      return (seq === 1 ? RETRY : '') + framesOfEvent(readingId, seq, frames);
    };
  },
};
