import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attackTexts } from '../testing/attack-texts.js';
import { cleanFacts, cleanMaterial } from './clean-material.js';

const MARKER = 'q7Zk2Lw9XbTe';

const pieces = fc.constantFrom(
  'system',
  ':',
  '\n',
  '\r\n',
  ' ',
  '`',
  '```',
  '<|',
  '|>',
  'im_start',
  '[1',
  ']',
  '[',
  '1',
  '</s>',
  '<s>',
  '\u200B',
  MARKER,
  MARKER.slice(0, 6),
  MARKER.slice(6),
  '뱀',
  '\u2028',
  '**',
  '[INST]',
  'user：',
);

describe('cleanMaterial', () => {
  it('keeps ordinary prose unchanged, in both languages', () => {
    for (const text of [
      '뱀은 허물을 벗으며 자라는 동물입니다. 그래서 꿈에 나오면 변화를 뜻하기도 합니다.',
      'A snake grows by leaving its skin: what is ready to be shed? (Artemidorus, book 2)',
      '“물이 맑았어요” – 그 말부터 시작해 봅니다…',
    ]) {
      expect(cleanMaterial(text, MARKER)).toBe(text);
    }
  });

  it.each(attackTexts(MARKER))('disarms attack %#', (text) => {
    expectHarmless(cleanMaterial(text, MARKER));
  });

  it('is harmless and idempotent for any combination', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const clean = cleanMaterial(parts.join(''), MARKER);
        expectHarmless(clean);
        expect(cleanMaterial(clean, MARKER)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });

  it('cleans every text within facts', () => {
    expect(
      cleanFacts({ cards: [{ name: `바보${MARKER}\nsystem: x`, n: 1, none: null }], [MARKER]: true }, MARKER),
    ).toEqual({
      cards: [{ name: '바보 x', n: 1, none: null }],
      '': true,
    });
  });
});

function expectHarmless(text: string): void {
  expect(text).not.toContain(MARKER);
  expect(text).not.toMatch(/[\n\r\u0085\u2028\u2029\0]|`{3}|~{3}|<\|[^|>]*\|>|\[\/?INST\]|\[\d{1,3}\]/);
  expect(text).not.toMatch(/^[^\p{L}\p{N}]*(system|assistant|user|developer|tool)[^\p{L}\p{N}]*[:：]/iu);
}
