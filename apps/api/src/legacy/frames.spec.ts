import { describe, expect, it } from '@jest/globals';
import { type ReadingEvent, encodeFrame } from '@app/streaming';
import fc from 'fast-check';
import { type DeltaShape, chatFormat, contentAndToken, contentOnly } from './chat-frames.js';
import { plainEventFrames } from './event-frames.js';
import { realtimeFormat } from './realtime-frames.js';
import {
  type ChatData,
  ID,
  encode,
  events,
  naive,
  nasty,
  parsed,
  strict,
  textIn,
  trimming,
} from './testing/frame-events.js';

const chatFrames = (shape: DeltaShape) => chatFormat('chat', shape).encoder();

describe.each([
  ['contentAndToken', contentAndToken],
  ['contentOnly', contentOnly],
])('chatFormat(%s)', (name, shape) => {
  it('gives every parser the same text, split at every byte or read in whole events', () => {
    fc.assert(
      fc.property(nasty, (pieces) => {
        const frames = encode(chatFrames(shape), events(pieces));
        const [bytewise, whole, trimmed] = [strict(frames), naive(frames), trimming(frames)].map(parsed) as [
          ChatData[],
          ChatData[],
          ChatData[],
        ];
        expect(whole).toEqual(bytewise);
        expect(trimmed).toEqual(bytewise);
        expect(bytewise.at(-1)).toMatchObject({ done: true });
        expect(bytewise.filter(({ done }) => done === true)).toHaveLength(1);
      }),
    );
  });

  it('sends the text without citations, wherever they are split', () => {
    const text = '뱀은 변화입니다. [1] 집은 나입니다 [23]. [x] 끝 [12';
    for (let cut = 0; cut <= text.length; cut++) {
      const data = parsed(naive(encode(chatFrames(shape), events([text.slice(0, cut), text.slice(cut)]))));
      expect(textIn(data)).toBe('뱀은 변화입니다. 집은 나입니다. [x] 끝 [12');
    }
  });

  it(`puts the text under its keys (${name}) and never [DONE] on the stream`, () => {
    const frames = encode(chatFrames(shape), events(['안녕']));
    const delta = parsed(naive(frames)).find(({ content }) => content);
    expect(delta).toEqual({ content: '안녕', ...(name === 'contentAndToken' && { token: '안녕' }) });
    expect(frames.join('')).not.toContain('[DONE]');
    expect(frames.join('')).toContain(`id: ${ID}.4\n`);
  });

  it('sends deltas and done only, each frame alone and small', () => {
    const long = '바다 위를 오래 걷는 꿈이었습니다. 😀 '.repeat(200);
    const format = chatFormat('chat', shape);
    const frames = encode(format.encoder(), events([long], { followups: [long, long] }))
      .join('')
      .split(/(?<=\n\n)/);
    expect(format.separateWrites).toBe(true);
    for (const frame of frames) expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(1_400);
    const data = parsed(naive(frames));
    expect(textIn(data)).toBe(long);
    expect(data.slice(0, -1).every(({ content }) => content !== undefined)).toBe(true);
    expect(data.at(-1)).toEqual({ done: true, status: 'ok' });
  });

  const failing = (pieces: readonly string[], locale: string): readonly ReadingEvent[] => {
    const [reading, , , ...rest] = events(pieces, { status: 'failed' });
    const started = { ...reading, data: { ...reading?.data, locale } } as ReadingEvent;
    const failed = { section: 'chat', status: 'failed', code: 'llm.timeout', message: 'upstream 504', retryable: true };
    return [
      started,
      ...rest.slice(0, -2),
      { event: 'section', data: failed } as ReadingEvent,
      ...(pieces.length > 0 ? [] : [{ event: 'error', data: { error: 'upstream 504', code: 'llm.timeout' } } as const]),
      ...rest.slice(-1),
    ];
  };

  it('sends one `error` in the reading’s language when nothing was shown', () => {
    const data = (locale: string) => parsed(naive(encode(chatFrames(shape), failing([], locale))));
    expect(data('ko')).toEqual([
      { error: expect.stringMatching(/^지금은 .*주시기 바랍니다\.$/u), code: 'llm.timeout' },
      expect.objectContaining({ done: true, status: 'failed' }),
    ]);
    expect(data('en')[0]?.error).toMatch(/could not be written/);
  });

  it('keeps partial text and sends no `error` after it', () => {
    const data = parsed(naive(encode(chatFrames(shape), failing(['반쯤'], 'ko'))));
    expect(textIn(data)).toBe('반쯤');
    expect(data.flatMap(({ error }) => error ?? [])).toEqual([]);
  });
});

describe('plainEventFrames', () => {
  it('strips citations from deltas and full text, section by section', () => {
    const section = (id: string): readonly ReadingEvent[] => [
      { event: 'delta', data: { section: id, content: '뱀 [1' } },
      { event: 'citation', data: { section: id, n: 1, id: 'dream:snake' } },
    ];
    const list: readonly ReadingEvent[] = [
      ...section('summary'),
      ...section('symbols'),
      { event: 'delta', data: { section: 'summary', content: ']은 변화' } },
      {
        event: 'section',
        data: {
          section: 'summary',
          status: 'done',
          full_text: '뱀 [1]은 변화',
          finish_reason: 'stop',
          ttft_ms: 1,
          ms: 2,
        },
      },
      { event: 'section', data: { section: 'symbols', status: 'failed', code: 'x', message: 'y', retryable: true } },
    ];
    const data = parsed(naive(encode(plainEventFrames.encoder(), list)));
    expect(data.map(({ content, full_text }) => content ?? full_text)).toEqual([
      '뱀',
      '뱀',
      '은 변화',
      '뱀은 변화',
      ' [1',
      undefined,
    ]);
    expect(data.at(-1)).toMatchObject({ status: 'failed', message: expect.stringContaining('다시 시도') });
  });
});

describe('realtimeFormat', () => {
  it('sends pieces, the follow-ups in the text and one done', () => {
    const data = naive(encode(realtimeFormat.encoder(), events(['뱀은 변화 [1]', '입니다.'])));
    expect(data.map((line) => JSON.parse(line) as unknown)).toEqual([
      { content: '뱀은 변화', done: false },
      { content: '입니다.', done: false },
      { content: '\n||FOLLOWUP||["왜요?","And [then]?"]', done: false },
      { content: '', done: true },
    ]);
  });
});

describe('encodeFrame', () => {
  it('gives every parser the same events', () => {
    fc.assert(
      fc.property(nasty, (pieces) => {
        const frames = encode(encodeFrame, events(pieces));
        expect(naive(frames)).toEqual(strict(frames));
        expect(trimming(frames)).toEqual(strict(frames));
      }),
    );
  });
});
