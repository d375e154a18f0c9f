import { type FrameFormat, type ReadingEvent, lineSafeJson } from '@app/streaming';
import { CitationStripper } from './citation-stripper.js';
import { RawText } from './raw-text.js';

const STOPPED = 'The answer was stopped. Please try again.';

/**
 * The stream as raw text: `data: <text>`, then `data: ||FOLLOWUP||["…"]` and `data: [DONE]`; `data: [ERROR] <message>` when
 * it failed. Citations are removed because nothing on this stream explains them.
 */
export const rawFormat: FrameFormat = {
  name: 'raw',
  encoder: () => {
    const lines = new RawLines();
    return (readingId, seq, event) => {
      const messages = lines.of(event).map((line) => `data: ${line}\n\n`);
      // The last frame carries the id: a client that has it has received the whole event.
      const last = messages.pop();
      return last === undefined ? '' : `${messages.join('')}id: ${readingId}.${seq}\n${last}`;
    };
  },
};

class RawLines {
  readonly #citations = new CitationStripper();
  readonly #text = new RawText();
  #failed = false;

  of(event: ReadingEvent): readonly string[] {
    switch (event.event) {
      case 'delta':
        return this.#text.push(this.#citations.push(event.data.content));
      case 'section':
        return event.data.status === 'failed' ? this.#fail(event.data.message) : [];
      case 'error':
        return this.#fail(event.data.error);
      case 'shutdown':
        return this.#fail(STOPPED);
      case 'done': {
        const { status, followups = [] } = event.data;
        const stopped = status === 'failed' || status === 'cancelled' ? this.#fail(STOPPED) : this.#rest();
        return [...stopped, ...(this.#failed ? [] : followupLine(followups)), '[DONE]'];
      }
      default:
        return [];
    }
  }

  #fail(message: string): readonly string[] {
    const rest = this.#rest();
    if (this.#failed) return rest;
    this.#failed = true;
    return [...rest, `[ERROR] ${message.replaceAll(/\s+/g, ' ')}`];
  }

  #rest(): readonly string[] {
    return [...this.#text.push(this.#citations.flush()), ...this.#text.flush()];
  }
}

/** Clients look for the first closing bracket, so the questions have none. */
const followupLine = (questions: readonly string[]): readonly string[] =>
  questions.length > 0
    ? [`||FOLLOWUP||${lineSafeJson(questions.map((question) => question.replaceAll(/[[\]]/g, '')))}`]
    : [];
