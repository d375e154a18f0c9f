import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VisibleText, type VisibleTextOptions } from './visible-text.js';

/** The visible text of a complete answer that arrives in these pieces. */
function shown(pieces: readonly string[], options: VisibleTextOptions = {}): string {
  const visible = new VisibleText(options);
  return pieces.map((piece) => visible.push(piece)).join('') + visible.end(true);
}

const REASONING: readonly (readonly [name: string, text: string])[] = [
  ['a tag', '<think>secret</think>'],
  ['a tag in capitals', '<THINK>secret</THINK>\n\n'],
  ['a long tag', '<thinking>\nsecret\n</thinking>\n'],
  ['a tag with attributes', '<think effort="low">secret</think>'],
  ['tags in tags', '<think>secret <think>secret</think> secret</think>'],
  ['only a closing tag', 'secret\n</think>\n\n'],
  ['brackets', '[THINK]secret[/THINK]'],
  ['diamonds', '◁think▷secret◁/think▷'],
  ['a prefixed tag', '<seed:think>secret</seed:think>'],
  ['a tag with a namespace', '<mm:think>secret</mm:think>'],
  ['thinking tokens', '<|START_THINKING|>secret<|END_THINKING|><|START_RESPONSE|>'],
  ['a think token', '<|think|>secret<|end|><|begin|>assistant<|content|>'],
  ['a think token with a closing one', '<|think|>secret<|/think|>'],
  ['tags, before an answer tag', '<think>secret</think>\n<answer>\n'],
  ['an empty tag', '<think/>'],
  ['thought marks', '<|begin_of_thought|>secret<|end_of_thought|>'],
  ['channels', '<|channel|>analysis<|message|>secret<|end|><|start|>assistant<|channel|>final<|message|>'],
  ['channels without their marks', 'analysisWe keep secret. assistantfinal'],
];

describe('VisibleText', () => {
  const answer = '물은 마음을 비추는 거울입니다. [1] a < b, 1 <2> & <b>bold</b> 🌙';

  it.each(REASONING)('hides reasoning in %s', (_, reasoning) => {
    expect(shown([reasoning + answer])).toBe(answer);
  });

  // Excludes answers with only a closing tag: it is recognised only together with the text before it.
  it.each(REASONING.filter(([name]) => !name.startsWith('only')))(
    'hides reasoning in %s, however it is split',
    (_, reasoning) => {
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 40 }), (sizes) => {
          expect(shown(cut(reasoning + answer, sizes))).toBe(answer);
        }),
      );
    },
  );

  it('hides reasoning that has only a closing tag, for models known to send it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 40 }), (sizes) => {
        expect(shown(cut(`secret\n</think>\n\n${answer}`, sizes), { startsHidden: true })).toBe(answer);
      }),
    );
  });

  it('shows the whole answer at the end if it contained no reasoning', () => {
    let wrong = 0;
    const visible = new VisibleText({ startsHidden: true, onNoReasoning: () => wrong++ });
    expect([visible.push(answer), visible.end(true), visible.hiddenCharacters, wrong]).toEqual(['', answer, 0, 1]);
    const cutOff = new VisibleText({ startsHidden: true });
    expect([cutOff.push('secret'), cutOff.end(false)]).toEqual(['', '']);
  });

  it('shows text immediately when reasoning arrived in a separate field', () => {
    const visible = new VisibleText({ startsHidden: true });
    visible.reasoningIsSeparate();
    expect(visible.push(answer)).toBe(answer);
  });

  it('reports reasoning that was shown before its closing tag', () => {
    let lone = 0;
    const visible = new VisibleText({ onLoneClose: () => lone++ });
    visible.push('secret');
    expect(visible.push(' secret</think>text')).toBe('text');
    expect([visible.leaked, lone]).toEqual([true, 1]);
  });

  it.each(['Okay, the dream has ', 'The user wants ', '음, 꿈에 ', '사용자가 물은 ', '好的，'])(
    'hides reasoning of an unknown model that opens with "%s", however it is split',
    (opening) => {
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 40 }), (sizes) => {
          const pieces = cut(`${opening}secret\n</think>\n\n${answer}`, sizes);
          expect(shown(pieces, { suspectsOpening: true })).toBe(answer);
        }),
      );
    },
  );

  it('delays an answer of an unknown model only while it may open like reasoning', () => {
    const visible = new VisibleText({ suspectsOpening: true });
    expect([visible.push('The'), visible.push(' us'), visible.push('ual'), visible.push(' snake')]).toEqual([
      '',
      '',
      'The usual',
      ' snake',
    ]);
    expect(new VisibleText({ suspectsOpening: true }).push('뱀이')).toBe('뱀이');
    const short = new VisibleText({ suspectsOpening: true });
    expect([short.push('O'), short.end(true)]).toEqual(['', 'O']);
  });

  it('shows the whole answer at the end if it contained no reasoning', () => {
    const text = 'Okay, here is what the snake says.';
    expect(
      shown(
        text.split(' ').map((word) => `${word} `),
        { suspectsOpening: true },
      ),
    ).toBe(`${text} `);
  });

  it('shows nothing of reasoning that never ends, and counts it', () => {
    const visible = new VisibleText();
    expect([visible.push('<think>abc'), visible.push('def'), visible.end(true)]).toEqual(['', '', '']);
    expect(visible.hiddenCharacters).toBe(6);
  });

  it.each([
    ['special tokens', 'text<|im_end|>\n<|endoftext|>', 'text\n'],
    ['control characters', 'a\u0000b\u0007c\u007fd\u009be', 'abcd'],
    ['bidirectional controls', 'a\u202eb\u2066c', 'abc'],
    ['colours', '\u001b[1;31mred\u001b[0m and \u009b4mline', 'red and line'],
    ['window titles', '\u001b]0;title\u0007text', 'text'],
    ['carriage returns', 'a\r\nb', 'a\nb'],
    ['half a tag at the end', 'text</thi', 'text'],
  ])('removes %s, however it is split', (_, text, expected) => {
    expect(shown([text])).toBe(expected);
    expect(shown(text.split(''))).toBe(expected);
  });

  it('keeps line separators, tabs and emoji', () => {
    const text = 'a\u2028b\u2029c\u0085d\te\n🌙👩‍👩‍👧';
    expect(shown([text])).toBe(text);
    expect(shown(text.split(''))).toBe(text);
  });

  it('never emits half a surrogate pair', () => {
    const visible = new VisibleText();
    expect([visible.push('x\ud83c'), visible.push('\udf19y')]).toEqual(['x', '🌙y']);
  });

  it('passes ordinary text through, however it is split', () => {
    const unit = fc.constantFrom('뱀', 'a', ' ', '<', '>', '[', ']', '/', '"', '\n', '🌙', 'think', '|');
    fc.assert(
      fc.property(fc.string({ unit }), fc.array(fc.nat({ max: 5 }), { maxLength: 30 }), (text, sizes) => {
        fc.pre(!/<[/|]?[a-z|]|\[\/?t/i.test(text));
        expect(shown(cut(`x${text}x`, sizes))).toBe(`x${text}x`);
      }),
    );
  });
});

function cut(text: string, sizes: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return [...pieces, text.slice(at)];
}
