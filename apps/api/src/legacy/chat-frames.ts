import { type FrameEncoder, type ReadingEvent, encodeFrame } from '@app/streaming';
import { CitationStripper, withoutCitations } from './citation-stripper.js';

/** What a chat's front end finds its text under. */
export type DeltaShape = (content: string) => Readonly<Record<string, string>>;

/** The dream chat reads either key. */
export const contentAndToken: DeltaShape = (content) => ({ content, token: content });
export const contentOnly: DeltaShape = (content) => ({ content });

/** An event with the keys of a front end's own. */
interface OwnEvent {
  readonly event: ReadingEvent['event'];
  readonly data: object;
}

/**
 * The stream as the chats of existing front ends read it: the usual events, with the delta's text under the keys they
 * know, without `[n]` (they would show it), and `error` when their one section failed. One encoder a reading.
 */
export function chatFrames(shape: DeltaShape): FrameEncoder {
  const translation = new ChatEvents(shape);
  return (readingId, seq, event) => {
    const own = translation.of(event);
    if (!own) return encodeFrame(readingId, seq, event);
    const frames = own.map(({ event: name, data }) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    // The last one carries the id: whoever has it has everything of this event.
    const last = frames.pop();
    return last === undefined ? '' : `${frames.join('')}id: ${readingId}.${seq}\n${last}`;
  };
}

class ChatEvents {
  readonly #citations = new CitationStripper();

  constructor(private readonly shape: DeltaShape) {}

  /** What is sent instead; undefined for an event that is sent as it is. */
  of({ event, data }: ReadingEvent): readonly OwnEvent[] | undefined {
    if (event === 'citation') return [];
    if (event === 'delta') return this.#delta(data.section, this.#citations.push(data.content));
    if (event !== 'section' || data.status === 'start') return undefined;
    const rest = this.#delta(data.section, this.#citations.flush());
    const end =
      data.status === 'failed'
        ? { ...data, error: data.message }
        : { ...data, full_text: withoutCitations(data.full_text) };
    return [...rest, { event, data: end }];
  }

  #delta(section: string, text: string): readonly OwnEvent[] {
    return text === '' ? [] : [{ event: 'delta', data: { section, ...this.shape(text) } }];
  }
}
