import { type ReadingEvent, lineSafeJson } from '@app/streaming';
import { dataFormat } from './data-format.js';
import { RawText } from './raw-text.js';
import { fitsOneFrame } from './small-frames.js';

/**
 * Raw text stream: `data: <text>`, then `data: ||FOLLOWUP||["…"]` and `data: [DONE]`; `data: [ERROR] <message>` if the
 * reading failed without text. Citations are removed because this stream does not contain the sources.
 */
export const rawFormat = dataFormat('raw', () => {
  const lines = new RawLines();
  return (event) => lines.of(event);
});

class RawLines {
  readonly #text = new RawText();
  #failed = false;

  of({ event, data }: ReadingEvent): readonly string[] {
    switch (event) {
      case 'delta':
        return this.#text.push(data.content);
      case 'error':
        this.#failed = true;
        return [`[ERROR] ${data.error}`];
      case 'done': {
        const isWhole = !this.#failed && data.status !== 'failed' && data.status !== 'cancelled';
        return [...this.#text.flush(), ...(isWhole ? followupLine(data.followups ?? []) : []), '[DONE]'];
      }
      default:
        return [];
    }
  }
}

/**
 * Removes brackets from the questions, because clients look for the first closing bracket. Omits questions that do not
 * fit into one frame.
 */
function followupLine(questions: readonly string[]): readonly string[] {
  if (questions.length === 0) return [];
  const line = `||FOLLOWUP||${lineSafeJson(questions.map((question) => question.replaceAll(/[[\]]/g, '')))}`;
  return fitsOneFrame(line) ? [line] : followupLine(questions.slice(0, -1));
}
