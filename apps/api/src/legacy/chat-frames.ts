import { type FrameFormat, type ReadingEvent, encodeFrame, lineSafeJson } from '@app/streaming';
import { CitationStripper, withoutCitations } from './citation-stripper.js';

/** The keys under which a chat's front end finds its text. */
export type DeltaShape = (content: string) => Readonly<Record<string, string>>;

/** The dream chat reads either key. */
export const contentAndToken: DeltaShape = (content) => ({ content, token: content });
export const contentOnly: DeltaShape = (content) => ({ content });

/** An event with a front end's own keys. */
interface ChatEvent {
  readonly event: ReadingEvent['event'];
  readonly data: object;
}

/**
 * The stream as the chats of older front ends read it: the usual events, with the delta's text under the keys they know,
 * without `[n]` (they would display it), and with `error` when the only section failed.
 */
export const chatFormat = (name: string, shape: DeltaShape): FrameFormat => ({
  name,
  encoder: () => {
    const translation = new ChatEvents(shape);
    return (readingId, seq, event) => {
      const translated = translation.of(event);
      if (!translated) return encodeFrame(readingId, seq, event);
      const frames = translated.map((own) => `event: ${own.event}\ndata: ${lineSafeJson(own.data)}\n\n`);
      // The last frame carries the id: a client that has it has received the whole event.
      const last = frames.pop();
      return last === undefined ? '' : `${frames.join('')}id: ${readingId}.${seq}\n${last}`;
    };
  },
});

class ChatEvents {
  readonly #citations = new CitationStripper();
  #errorSent = false;

  constructor(private readonly shape: DeltaShape) {}

  /** What is sent instead; undefined for an event that is sent unchanged. */
  of({ event, data }: ReadingEvent): readonly ChatEvent[] | undefined {
    if (event === 'citation') return [];
    if (event === 'error') return this.#errorSent ? [] : undefined;
    if (event === 'delta') return this.#delta(data.section, this.#citations.push(data.content));
    if (event !== 'section' || data.status === 'start') return undefined;
    const rest = this.#delta(data.section, this.#citations.flush());
    if (data.status === 'done') {
      return [...rest, { event, data: { ...data, full_text: withoutCitations(data.full_text) } }];
    }
    this.#errorSent = true;
    const { full_text: _, ...failure } = data;
    return [...rest, { event, data: { ...failure, error: data.message } }];
  }

  #delta(section: string, text: string): readonly ChatEvent[] {
    return text === '' ? [] : [{ event: 'delta', data: { section, ...this.shape(text) } }];
  }
}
