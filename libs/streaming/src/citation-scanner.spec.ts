import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CitationScanner } from './citation-scanner.js';

const scan = (pieces: readonly string[]) => {
  const scanner = new CitationScanner();
  return pieces.flatMap((piece) => scanner.push(piece));
};

describe('CitationScanner', () => {
  it('finds each number once, in the order of the text', () => {
    expect(scan(['뱀은 변화입니다 [3][12]. 다시 [3], 그리고 [1]'])).toEqual([3, 12, 1]);
  });

  it('ignores brackets without a number', () => {
    expect(scan(['[a] [] [1234] [ 1 ] arr[0]'])).toEqual([0]);
  });

  it('finds the same numbers wherever the text is split', () => {
    const part = fc.oneof(
      fc.constantFrom('[', ']', '[1]', '[22]', '[333]', '[4444]', '뱀', ' '),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(scan(parts)).toEqual(scan([parts.join('')]));
        expect(scan(parts.join('').split(''))).toEqual(scan([parts.join('')]));
      }),
    );
  });
});
