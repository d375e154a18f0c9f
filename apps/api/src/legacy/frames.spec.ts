import { describe, expect, it } from '@jest/globals';
import { type FrameEncoder, type ReadingEvent, encodeFrame } from '@app/streaming';
import fc from 'fast-check';
import { readBytewise, readNaively, readTrimming } from '../../../../test/harness/front-end-parsers.js';
import { type DeltaShape, chatFormat, contentAndToken, contentOnly } from './chat-frames.js';
import { rawFormat } from './raw-frames.js';

const ID = 'r1';

function events(pieces: readonly string[], ending: Partial<Extract<ReadingEvent, { event: 'done' }>['data']> = {}) {
  const section = 'chat';
  const list: readonly ReadingEvent[] = [
    {
      event: 'reading',
      data: {
        reading: ID,
        kind: 'ask',
        locale: 'ko',
        sections: [section],
        facts: {},
        llm: { engine: 'offline', model: 'm' },
      },
    },
    { event: 'retrieval', data: { retriever: 'graph', status: 'ok', ms: 1, sources: [] } },
    { event: 'section', data: { section, status: 'start' } },
    ...pieces.flatMap((content): readonly ReadingEvent[] => [
      { event: 'delta', data: { section, content } },
      { event: 'citation', data: { section, n: 1, id: 'dream:snake' } },
    ]),
    {
      event: 'section',
      data: { section, status: 'done', full_text: pieces.join(''), finish_reason: 'stop', ttft_ms: 1, ms: 2 },
    },
    {
      event: 'done',
      data: { done: true, status: 'ok', ms: 3, timings: {}, followups: ['왜요?', 'And [then]?'], ...ending },
    },
  ];
  return list;
}

const encode = (encoder: FrameEncoder, list: readonly ReadingEvent[]) =>
  list.map((event, at) => encoder(ID, at + 1, event));

const chatFrames = (shape: DeltaShape) => chatFormat('chat', shape).encoder();

const strict = (frames: readonly string[]) => readBytewise(frames.join(''));
const naive = readNaively;
const trimming = (frames: readonly string[]) => readTrimming(frames.join(''));

interface ChatData {
  readonly content?: string;
  readonly token?: string;
  readonly done?: boolean;
  readonly error?: string;
  readonly full_text?: string;
  readonly status?: string;
}

const parsed = (data: readonly string[]) => data.map((line) => JSON.parse(line) as ChatData);
const textIn = (data: readonly ChatData[]) => data.map(({ content = '' }) => content).join('');
/** What a raw client displays: everything before the first control word. */
const shown = (data: readonly string[]) =>
  data.filter((line) => !/^(\[DONE\]$|\[ERROR\]|\|\|FOLLOWUP\|\|)/.test(line)).join('');

const nasty = fc.array(
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n',
        '\r\n',
        '|',
        '||',
        '[',
        ']',
        '[1]',
        ' [12]',
        '[DONE]',
        '[ERROR]',
        '\u2028',
        '\uFEFF',
      ),
      fc.constantFrom('||FOLLOWUP||', 'data: ', '뱀', '이 ', '🐍', 'a', 'word ', '\t', '\u00A0'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    maxLength: 6,
  }),
  { maxLength: 20 },
);

/** The text without citations, its line breaks and runs of bars normalised. */
const plain = (text: string) =>
  text
    .replaceAll(/\s?\[\d{1,3}\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\|{2,}/g, '|')
    .trim();

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

  it('sends the text without citations, wherever they are split, and the same as full text', () => {
    const text = '뱀은 변화입니다. [1] 집은 나입니다 [23]. [x] 끝 [12';
    for (let cut = 0; cut <= text.length; cut++) {
      const data = parsed(naive(encode(chatFrames(shape), events([text.slice(0, cut), text.slice(cut)]))));
      expect(textIn(data)).toBe('뱀은 변화입니다. 집은 나입니다. [x] 끝 [12');
      expect(data.find(({ full_text }) => full_text)?.full_text).toBe(textIn(data));
    }
  });

  it(`puts the text under its keys (${name}) and never [DONE] on the stream`, () => {
    const frames = encode(chatFrames(shape), events(['안녕']));
    const delta = parsed(naive(frames)).find(({ content }) => content);
    expect(delta).toEqual({ section: 'chat', content: '안녕', ...(name === 'contentAndToken' && { token: '안녕' }) });
    expect(frames.join('')).not.toContain('[DONE]');
    expect(frames.join('')).toContain(`id: ${ID}.4\n`);
  });

  it('sends `error` once when the section failed, and keeps its text', () => {
    const list = events(['반쯤']).map((event): ReadingEvent =>
      event.event === 'section' && event.data.status === 'done'
        ? {
            event: 'section',
            data: {
              section: 'chat',
              status: 'failed',
              code: 'llm.truncated',
              message: 'The text broke off.',
              retryable: true,
            },
          }
        : event,
    );
    const failure: ReadingEvent = { event: 'error', data: { error: 'It failed.', code: 'llm.truncated' } };
    const data = parsed(naive(encode(chatFrames(shape), [...list.slice(0, -1), failure, ...list.slice(-1)])));
    expect(textIn(data)).toBe('반쯤');
    expect(data.filter(({ error }) => error !== undefined)).toMatchObject([{ error: 'The text broke off.' }]);
  });
});

describe('rawFormat', () => {
  it('gives every parser the same text, and control words only at the end (500 texts)', () => {
    fc.assert(
      fc.property(nasty, (pieces) => {
        const frames = encode(rawFormat.encoder(), events(pieces));
        const bytewise = strict(frames);
        expect(naive(frames)).toEqual(bytewise);
        expect(trimming(frames)).toEqual(bytewise);
        expect(bytewise.slice(-2)).toEqual(['||FOLLOWUP||["왜요?","And then?"]', '[DONE]']);
        const text = bytewise.slice(0, -2);
        expect(text.filter((line) => line === '[DONE]' || line.startsWith('[ERROR]'))).toEqual([]);
        expect(text.join('')).not.toContain('||');
      }),
      { numRuns: 500 },
    );
  });

  it('removes only citations, line breaks and runs of bars, however the text is split', () => {
    const word = fc.constantFrom(
      '뱀',
      '꿈을',
      'a',
      'snake',
      '🐍',
      '|',
      'x|y',
      '[x]',
      '(1)',
      '[1]',
      '끝.',
      '\n',
      '\n\n',
      ' ',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(fc.nat(60)), (words, cuts) => {
        const text = words.join(' ');
        const places = [...new Set([0, ...cuts.filter((cut) => cut < text.length), text.length])].toSorted(
          (a, b) => a - b,
        );
        const pieces = places.slice(1).map((to, at) => text.slice(places[at], to));
        const data = strict(encode(rawFormat.encoder(), events(pieces)));
        expect(plain(shown(data))).toBe(plain(text));
      }),
      { numRuns: 500 },
    );
  });

  it('sends text as it arrives, except for its last character and spaces', () => {
    const frames = encode(rawFormat.encoder(), events(['뱀은 ', '변화를 ', '뜻합니다.']));
    expect(naive(frames)).toEqual(['뱀', '은 변화', '를 뜻합니다', '.', '||FOLLOWUP||["왜요?","And then?"]', '[DONE]']);
  });

  it('carries the id of an event on its last line only', () => {
    const frames = encode(rawFormat.encoder(), events(['가나다라']));
    expect(frames.join('').match(/id: .*\ndata: .*/g)).toEqual([
      `id: ${ID}.4\ndata: 가나다`,
      `id: ${ID}.7\ndata: [DONE]`,
    ]);
  });

  it.each([
    ['failed', [{ event: 'error', data: { error: 'It\nbroke.', code: 'reading.failed' } }], 'It broke.'],
    ['cancelled', [], 'The answer was stopped. Please try again.'],
    ['cancelled', [{ event: 'shutdown', data: { shutdown: true } }], 'The answer was stopped. Please try again.'],
  ] as const)('ends %s with [ERROR] once, after the text', (status, before, message) => {
    const all = events(['반쯤 된 말'], { status });
    const list = [...all.slice(0, 4), ...before, ...all.slice(-1)];
    expect(naive(encode(rawFormat.encoder(), list))).toEqual(['반', '쯤 된 말', `[ERROR] ${message}`, '[DONE]']);
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
