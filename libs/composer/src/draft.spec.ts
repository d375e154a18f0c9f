import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Remark, fitDraft } from './draft.js';
import { estimateTokens } from '@app/text';

const remark = (more: Partial<Remark>): Remark => ({
  paragraph: 0,
  rank: 1,
  lead: '',
  keepLead: false,
  body: '',
  ...more,
});

describe('fitDraft', () => {
  it('joins leads and bodies, and separates paragraphs by an empty line', () => {
    const remarks = [
      remark({ lead: 'First, the snake.', body: 'It sheds. [1]' }),
      remark({ body: 'More. [2]' }),
      remark({ paragraph: 2, body: 'Then the house. [3]' }),
    ];
    expect(fitDraft(remarks, 100)).toEqual({
      text: 'First, the snake. It sheds. [1] More. [2]\n\nThen the house. [3]',
      reason: 'stop',
    });
  });

  it('drops the highest rank first, with its lead', () => {
    const remarks = [
      remark({ rank: 0, body: 'one two three' }),
      remark({ rank: 3, lead: 'four', body: 'five six' }),
      remark({ rank: 2, body: 'seven eight' }),
    ];
    expect(fitDraft(remarks, 7).text).toBe('one two three seven eight');
  });

  it('keeps a lead that states a fact when its body has no room', () => {
    const remarks = [remark({ lead: 'The Fool, upright.', keepLead: true, body: 'a b c d e f g h' })];
    expect(fitDraft(remarks, 5)).toEqual({ text: 'The Fool, upright.', reason: 'stop' });
  });

  it('reports `length` when remarks of rank 0 had to be cut', () => {
    const remarks = ['one two', 'three four', 'five six'].map((body) => remark({ rank: 0, body }));
    expect(fitDraft(remarks, 6)).toEqual({ text: 'one two three four', reason: 'length' });
  });

  it('stays within its tokens unless the first remark alone is longer', () => {
    const words = fc
      .array(fc.constantFrom('뱀', '집으로', 'snake', 'the'), { maxLength: 12 })
      .map((all) => all.join(' '));
    const remarks = fc.array(
      fc
        .record({ rank: fc.integer({ min: 0, max: 4 }), lead: words, keepLead: fc.boolean(), body: words })
        .map((more) => remark(more)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(remarks, fc.integer({ min: 1, max: 60 }), (all, maxTokens) => {
        const first = estimateTokens(`${all[0]?.lead ?? ''} ${all[0]?.body ?? ''}`);
        expect(estimateTokens(fitDraft(all, maxTokens).text)).toBeLessThanOrEqual(Math.max(maxTokens, first) + 1e-6);
      }),
    );
  });
});
