import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, cleanText } from './clean-text.js';

describe('cleanText', () => {
  it('removes control characters and everything that looks like a citation', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '[',
          ']',
          '1',
          '23',
          ' ',
          '\u0000',
          '\u202e',
          '\u200b',
          '<b>',
          '［',
          '【',
          '】',
          'x',
          '\n',
          '\t',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/\[\s*\d/);
        expect(clean).not.toMatch(/[^\P{C}\n]/u);
        expect(cleanLine(text)).not.toMatch(/\n/);
      }),
    );
  });

  it.each([
    ['A snake [1] sheds [2, 3] its skin[^4].', 'A snake sheds its skin.'],
    ['# 제목\n\n**굵은** `글`과 [고리](https://example.org)입니다.', '제목\n굵은 글과 고리입니다.'],
    ['<p>One.</p><script>two</script>', 'One. two'],
    ['- 하나\n- 둘', '하나\n둘'],
    ['a wrapped\nline', 'a wrapped line'],
    ['2 < 3 is true', '2 < 3 is true'],
    ['x_1 * y_2 * z', 'x_1 * y_2 * z'],
  ])('%j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});
