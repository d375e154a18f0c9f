import { describe, expect, it } from '@jest/globals';
import { type EventSourceMessage, createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { encodeFrame, eventFrames, eventFramesWithText } from './encode-frame.js';
import { parseFrames } from './parse-frames.js';
import type { ReadingEvent } from './reading-event.js';

const parse = (bytes: string) => {
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  parser.feed(bytes);
  return events;
};

describe('encodeFrame', () => {
  it('writes id, name and one data line, and says the reconnect time once', () => {
    const delta: ReadingEvent = { event: 'delta', data: { section: 'summary', content: '뱀' } };
    expect(encodeFrame('r1', 2, delta)).toBe('id: r1.2\nevent: delta\ndata: {"section":"summary","content":"뱀"}\n\n');
    const done: ReadingEvent = { event: 'done', data: { done: true, status: 'ok', ms: 1, timings: {} } };
    expect(encodeFrame('r1', 1, done)).toMatch(/^retry: 1000\n/);
    expect(encodeFrame('r1', 2, done)).not.toContain('retry');
  });

  it('sends the full text of a section only in the format that carries it, and never that of a failed one', () => {
    const done: ReadingEvent = {
      event: 'section',
      data: { section: 'summary', status: 'done', full_text: '뱀', finish_reason: 'stop', ttft_ms: 1, ms: 2 },
    };
    const failed: ReadingEvent = {
      event: 'section',
      data: { section: 'summary', status: 'failed', code: 'c', message: 'm', retryable: true, full_text: '뱀' },
    };
    const [plain, withText] = [eventFrames.encoder(), eventFramesWithText.encoder()];
    expect(plain('r1', 2, done)).not.toContain('full_text');
    expect(withText('r1', 2, done)).toContain('"full_text":"뱀"');
    for (const encode of [plain, withText]) expect(encode('r1', 2, failed)).not.toContain('full_text');
  });

  it('keeps one event one event, whatever its content, ids and titles hold (10 000 strings)', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\n', '\r', '\r\n', '\0', '\u2028', '\u2029', '\u0085', ':', 'data: ', '\uFEFF', '\uD800'),
        fc.string({ unit: 'grapheme', maxLength: 2 }),
      ),
    });
    fc.assert(
      fc.property(nasty, nasty, nasty, (content, id, title) => {
        const events: ReadingEvent[] = [
          { event: 'delta', data: { section: 'summary', content } },
          {
            event: 'retrieval',
            data: { retriever: 'graph', status: 'ok', ms: 1, sources: [{ n: 1, id, title, source: title, score: 1 }] },
          },
        ];
        const bytes = events.map((event, at) => encodeFrame('r1', at + 1, event)).join('');
        const parsed = parse(bytes);
        expect(parsed.map(({ id: eventId, event }) => [eventId, event])).toEqual([
          ['r1.1', 'delta'],
          ['r1.2', 'retrieval'],
        ]);
        expect(parsed.map(({ data }) => JSON.parse(data) as unknown)).toEqual(events.map(({ data }) => data));
        expect(parseFrames(bytes)).toEqual(events);
        expect(bytes).not.toMatch(/[\r\u0085\u2028\u2029]/);
      }),
      { numRuns: 10_000 },
    );
  });
});
