import { describe, expect, it } from '@jest/globals';
import { parseInline, parseMarkdown, withoutRepeats } from './markdown.js';

const paragraph = (...lines: readonly unknown[]) => ({ type: 'paragraph', lines });
const plain = (text: string) => ({ type: 'text', text });

describe('parseMarkdown', () => {
  it('reads bold, italic and citations within a line', () => {
    expect(parseMarkdown('A **big** *red* snake [12].')).toEqual([
      paragraph([
        plain('A '),
        { type: 'bold', text: 'big' },
        plain(' '),
        { type: 'italic', text: 'red' },
        plain(' snake'),
        { type: 'citation', n: 12, text: ' [12]' },
        plain('.'),
      ]),
    ]);
  });

  it('keeps lines together and blank lines apart', () => {
    expect(parseMarkdown('one\ntwo\n\nthree')).toEqual([
      paragraph([plain('one')], [plain('two')]),
      paragraph([plain('three')]),
    ]);
  });

  it('joins list items across blank lines and tells numbered from plain lists', () => {
    expect(parseMarkdown('- one\n\n- two\n1. first')).toEqual([
      { type: 'list', ordered: false, items: [[plain('one')], [plain('two')]] },
      { type: 'list', ordered: true, items: [[plain('first')]] },
    ]);
  });

  it('leaves text that is not Markdown unchanged', () => {
    for (const text of ['2 * 3 * 4', '<b>x</b>', 'a ** b', '[x](javascript:1)', '[1234]', '**'])
      expect(parseMarkdown(text)).toEqual([paragraph([plain(text)])]);
  });
});

describe('withoutRepeats', () => {
  it('keeps the last of several citations in a row of one source', () => {
    const kept = (line: string) =>
      withoutRepeats(parseInline(line), new Set([1, 2]))
        .map(({ text }) => text)
        .join('');
    expect(kept('A [1]. B [1]. C [2]. D [1].')).toBe('A. B [1]. C [2]. D [1].');
    expect(kept('A [7]. B [7].')).toBe('A [7]. B [7].');
  });
});
