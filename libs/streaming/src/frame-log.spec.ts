import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameLog } from './frame-log.js';

describe('FrameLog', () => {
  it('returns before + after = whole for every frame, however frames were grouped, also when compacted', () => {
    const frames = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(frames, (chunks) => {
        const log = new FrameLog();
        const all: string[] = [];
        for (const texts of chunks) {
          const encoded = texts.map((text) => `data: ${JSON.stringify(text)}\n\n`);
          const from = all.length + 1;
          all.push(...encoded);
          const text = encoded.join('');
          expect(log.append(all.length, text)).toEqual({ from, to: all.length, bytes: Buffer.from(text) });
        }
        const check = () => {
          for (let seq = 0; seq <= all.length; seq++) expect(log.after(seq).toString()).toBe(all.slice(seq).join(''));
        };
        check();
        log.compact();
        check();
        expect(log.lastSeq).toBe(all.length);
      }),
    );
  });

  it('never changes returned bytes, also past the end of a segment', () => {
    const log = new FrameLog();
    const texts = Array.from({ length: 200 }, (_, at) => `data: ${'꿈'.repeat(at * 7)}\n\n`);
    const given = texts.map((text, at) => log.append(at + 1, text).bytes);
    expect(given.map(String)).toEqual(texts);
    expect(log.after(150).toString()).toBe(texts.slice(150).join(''));
    expect(log.length).toBe(Buffer.byteLength(texts.join('')));
  });
});
