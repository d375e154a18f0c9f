import { describe, expect, it } from '@jest/globals';
import type { FrameEncoder, ReadingEvent } from '@app/streaming';
import { encodeFrame } from '@app/streaming';
import fc from 'fast-check';
import { chatFrames, contentOnly } from '../legacy/chat-frames.js';
import { rawFrames } from '../legacy/raw-frames.js';
import { tellsRawError, tellsText } from './frame-words.js';

const llm = { engine: 'offline', model: 'none' } as const;
const before: readonly ReadingEvent[] = [
  { event: 'reading', data: { reading: 'r', kind: 'ask', locale: 'en', sections: ['answer'], facts: {}, llm } },
  { event: 'retrieval', data: { retriever: 'graph', status: 'ok', ms: 1, sources: [] } },
  { event: 'section', data: { section: 'answer', status: 'start' } },
];
const delta = (content: string): ReadingEvent => ({ event: 'delta', data: { section: 'answer', content } });
const failed: ReadingEvent = { event: 'error', data: { error: 'It broke.', code: 'reading.failed' } };
const formats: Readonly<Record<string, () => FrameEncoder>> = {
  events: () => encodeFrame,
  chat: () => chatFrames(contentOnly),
  raw: () => rawFrames(),
};
const encoded = (encode: FrameEncoder, events: readonly ReadingEvent[]) =>
  Buffer.from(events.map((event, at) => encode('r', at + 1, event)).join(''));

describe.each(Object.keys(formats))('frames of the format %s', (name) => {
  const encoder = formats[name]!;

  it('tell no text before the first delta, in a heartbeat, or in a failure', () => {
    const encode = encoder();
    for (const chunk of [encoded(encode, before), Buffer.from(': ping\n\n'), encoded(encode, [failed])])
      expect(tellsText(chunk)).toBe(false);
  });

  it('tell text with the first delta, alone or after what came before', () => {
    for (const earlier of [[], before]) {
      const encode = encoder();
      const past = encoded(encode, earlier);
      expect(tellsText(Buffer.concat([past, encoded(encode, [delta('A long answer begins')])]))).toBe(true);
    }
  });

  it('tell no failure, whatever the model writes', () => {
    const words = fc.array(fc.constantFrom('data: ', '[ERROR] ', '\n', '\n\n', 'event: error', 'x', ' '));
    fc.assert(
      fc.property(words, (parts) => {
        const encode = encoder();
        expect(tellsRawError(encoded(encode, [...before, delta(`${parts.join('')}end`), delta('.')]))).toBe(false);
      }),
    );
  });
});

describe('tellsRawError', () => {
  it('sees where a raw stream says that it broke', () => {
    const encode = rawFrames();
    expect(tellsRawError(encoded(encode, [...before, delta('Half an answer'), failed]))).toBe(true);
    expect(tellsRawError(encoded(rawFrames(), [failed]))).toBe(true);
  });
});
