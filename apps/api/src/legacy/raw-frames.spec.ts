import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rawFormat } from './raw-frames.js';
import { ID, encode, events, naive, nasty, shown, strict, trimming } from './testing/frame-events.js';

/** The text without citations, with line breaks and runs of bars normalised. */
const plain = (text: string) =>
  text
    .replaceAll(/\s?\[\d{1,3}\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\|{2,}/g, '|')
    .trim();

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
    ['failed', [{ event: 'error', data: { error: 'It\nbroke.', code: 'reading.failed' } }], /^\[ERROR\] 지금은 /u],
    ['cancelled', [], /^\[ERROR\] 답이 중간에 /u],
    ['cancelled', [{ event: 'shutdown', data: { shutdown: true } }], /^\[ERROR\] 답이 중간에 /u],
  ] as const)('ends %s without text with one [ERROR] in the reading’s language', (status, before, message) => {
    const all = events([], { status });
    const lines = naive(encode(rawFormat.encoder(), [...all.slice(0, 3), ...before, ...all.slice(-1)]));
    expect(lines).toEqual([expect.stringMatching(message), '[DONE]']);
  });

  it('ends after partial text without [ERROR] and without questions', () => {
    const all = events(['반쯤 된 말'], { status: 'failed' });
    expect(naive(encode(rawFormat.encoder(), [...all.slice(0, 4), ...all.slice(-1)]))).toEqual([
      '반',
      '쯤 된 말',
      '[DONE]',
    ]);
  });

  it('splits long text into small frames between words', () => {
    const long = '바다 위를 오래 걷는 꿈이었습니다. '.repeat(200).trim();
    const frames = encode(rawFormat.encoder(), events([long]))
      .join('')
      .split(/(?<=\n\n)/);
    for (const frame of frames) expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(1_400);
    expect(shown(trimming(frames))).toBe(long);
  });
});
