import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameLog } from './frame-log.js';

describe('FrameLog', () => {
  it('gives before + after = whole for every frame, however the frames left together, also when compacted', () => {
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
          log.append({ from, to: all.length, bytes: Buffer.from(encoded.join('')) });
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
});
