import { describe, expect, it } from '@jest/globals';
import type { ReadingEvent } from '@app/streaming';
import fc from 'fast-check';
import { OrderedText } from './ordered-text.js';

const SECTIONS = ['a', 'b', 'c'];

const started: ReadingEvent = {
  event: 'reading',
  data: {
    reading: 'r',
    kind: 'dream',
    locale: 'en',
    sections: SECTIONS,
    facts: {},
    llm: { engine: 'offline', model: 'm' },
  },
};
const delta = (section: string, content: string): ReadingEvent => ({ event: 'delta', data: { section, content } });
const failed = (section: string): ReadingEvent => ({
  event: 'section',
  data: { section, status: 'failed', code: 'llm.timeout', message: '', retryable: true },
});

function join(events: readonly ReadingEvent[]): string {
  const text = new OrderedText();
  return [started, ...events].map((event) => text.push(event)).join('');
}

describe('OrderedText', () => {
  it('MUST pass the first open section on as it arrives and hold later ones back', () => {
    const text = new OrderedText();
    text.push(started);
    expect(text.push(delta('b', 'B'))).toBe('');
    expect(text.push(delta('a', 'A1 '))).toBe('A1');
    expect(text.push(delta('a', 'A2'))).toBe(' A2');
    expect(text.push(failed('a'))).toBe('\n\nB');
  });

  it('MUST separate only sections that have text, and remove citations split anywhere', () => {
    expect(join([failed('a'), delta('b', 'B [1'), delta('b', '2].'), failed('b'), delta('c', 'C'), failed('c')])).toBe(
      'B.\n\nC',
    );
  });

  it('MUST give the same text for every interleaving', () => {
    const pieces = fc.array(fc.tuple(fc.constantFrom(...SECTIONS), fc.stringMatching(/^[a-z]{1,3}$/)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, fc.shuffledSubarray(SECTIONS, { minLength: 3 }), (deltas, ends) => {
        const textOf = (section: string) => deltas.flatMap(([of, text]) => (of === section ? [text] : [])).join('');
        const whole = SECTIONS.map(textOf).filter((text) => text !== '');
        const events = [...deltas.map(([section, text]) => delta(section, text)), ...ends.map(failed)];
        expect(join(events)).toBe(whole.join('\n\n'));
      }),
    );
  });
});
