import { type FrameEncoder, type ReadingEvent, encodeFrame } from '@app/streaming';
import { CitationStripper, withoutCitations } from './citation-stripper.js';

/** What a chat's front end finds its text under. */
export type DeltaShape = (content: string) => Readonly<Record<string, string>>;

/** The dream chat reads either key. */
export const contentAndToken: DeltaShape = (content) => ({ content, token: content });
export const contentOnly: DeltaShape = (content) => ({ content });

/**
 * The stream as the chats of existing front ends read it: the usual events, with the delta's text under the keys they
 * know, without `[n]` (they would show it), and `error` when their one section failed. One encoder a reading.
 */
export function chatFrames(shape: DeltaShape): FrameEncoder {
  const citations = new CitationStripper();
  const delta = (section: string, text: string): readonly Loose[] =>
    text === '' ? [] : [{ event: 'delta', data: { section, ...shape(text) } }];
  const translate = (event: ReadingEvent): readonly Loose[] => {
    if (event.event === 'delta') return delta(event.data.section, citations.push(event.data.content));
    if (event.event === 'citation') return [];
    if (event.event !== 'section' || event.data.status === 'start') return [event];
    const { data } = event;
    const rest = delta(data.section, citations.flush());
    if (data.status === 'failed') return [...rest, { event: 'section', data: { ...data, error: data.message } }];
    return [...rest, { event: 'section', data: { ...data, full_text: withoutCitations(data.full_text) } }];
  };
  return (readingId, seq, event) =>
    translate(event)
      .map((frame) => encodeFrame(readingId, seq, frame as ReadingEvent))
      .join('');
}

/** An event with keys of a front end's own. */
interface Loose {
  readonly event: string;
  readonly data: object;
}
