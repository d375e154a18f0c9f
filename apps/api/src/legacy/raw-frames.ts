import type { FrameEncoder, ReadingEvent } from '@app/streaming';
import { CitationStripper } from './citation-stripper.js';
import { RawText } from './raw-text.js';

const STOPPED = 'The answer was stopped. Please try again.';

/**
 * The stream as raw text: `data: <text>`, then `data: ||FOLLOWUP||["…"]` and `data: [DONE]`; `data: [ERROR] <message>`
 * when it broke. Citations are taken out, since nothing on this stream could explain them. One encoder a reading.
 */
export function rawFrames(): FrameEncoder {
  const lines = new RawLines();
  return (readingId, seq, event) => {
    const messages = lines.of(event).map((line) => `data: ${line}\n\n`);
    // The last one carries the id: whoever has it has everything of this event.
    const last = messages.pop();
    return last === undefined ? '' : `${messages.join('')}id: ${readingId}.${seq}\n${last}`;
  };
}

class RawLines {
  readonly #citations = new CitationStripper();
  readonly #text = new RawText();
  #broken = false;

  of(event: ReadingEvent): readonly string[] {
    switch (event.event) {
      case 'delta':
        return this.#text.push(this.#citations.push(event.data.content));
      case 'section':
        return event.data.status === 'failed' ? this.#break(event.data.message) : [];
      case 'error':
        return this.#break(event.data.error);
      case 'shutdown':
        return this.#break(STOPPED);
      case 'done': {
        const { status, followups = [] } = event.data;
        const stopped = status === 'failed' || status === 'cancelled' ? this.#break(STOPPED) : this.#rest();
        return [...stopped, ...(this.#broken ? [] : followup(followups)), '[DONE]'];
      }
      default:
        return [];
    }
  }

  #break(message: string): readonly string[] {
    const rest = this.#rest();
    if (this.#broken) return rest;
    this.#broken = true;
    return [...rest, `[ERROR] ${message.replaceAll(/\s+/g, ' ')}`];
  }

  #rest(): readonly string[] {
    return [...this.#text.push(this.#citations.flush()), ...this.#text.flush()];
  }
}

/** Readers look for the first closing bracket, so the questions have none. */
const followup = (questions: readonly string[]): readonly string[] =>
  questions.length > 0
    ? [`||FOLLOWUP||${JSON.stringify(questions.map((question) => question.replaceAll(/[[\]]/g, '')))}`]
    : [];
