import { type ReadingEvent, lineSafeJson } from '@app/streaming';
import { dataFormat } from './data-format.js';
import { splitToFit } from './small-frames.js';

const textFrame = (content: string): string => lineSafeJson({ content, done: false });

/**
 * Stream format: `{"content":"…","done":false}` for every piece of the answer, then the follow-up questions as one
 * piece that begins with `||FOLLOWUP||`, then `{"content":"","done":true}`. The heartbeat is `: hb`.
 */
export const realtimeFormat = dataFormat('realtime', () => dataOf, { heartbeat: Buffer.from(': hb\n\n') });

function dataOf({ event, data }: ReadingEvent): readonly string[] {
  switch (event) {
    case 'delta':
      return splitToFit(data.content, textFrame).map(textFrame);
    case 'error':
      return [lineSafeJson({ error: data.error, done: false })];
    case 'done': {
      const followups = data.status === 'ok' ? (data.followups ?? []) : [];
      const text = followups.length > 0 ? [textFrame(`\n||FOLLOWUP||${JSON.stringify(followups)}`)] : [];
      return [...text, lineSafeJson({ content: '', done: true })];
    }
    default:
      return [];
  }
}
