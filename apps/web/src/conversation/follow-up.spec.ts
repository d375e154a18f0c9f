import { describe, expect, it } from '@jest/globals';
import { followUp, withSameFacts } from './follow-up.js';

const cards = [{ id: 'tarot:the-fool', name: 'The Fool', reversed: true }];
const answered = { kind: 'dream', body: { locale: 'en', dream: 'A snake.' }, facts: {}, written: 'It is kind.' };
const kind = (name: string, properties: object) => ({ kind: name, sections: [], input: { properties } as never });

describe('followUp', () => {
  it('passes the written text to a dream chat', () => {
    expect(followUp(answered, 'Why?', [])).toEqual({
      kind: 'dream-chat',
      body: {
        locale: 'en',
        dream: 'A snake.',
        messages: [
          { role: 'assistant', content: 'It is kind.' },
          { role: 'user', content: 'Why?' },
        ],
      },
    });
  });

  it('keeps the cards', () => {
    const request = followUp({ ...answered, kind: 'tarot', facts: { cards } }, 'Why?', []);
    expect(request?.body['cards']).toEqual([{ name: 'The Fool', reversed: true }]);
    expect(withSameFacts({ kind: 'tarot', body: {}, facts: { cards } })).toEqual({
      cards: [{ id: 'tarot:the-fool', reversed: true }],
    });
  });

  it('drops the oldest messages of a long conversation', () => {
    const messages = Array.from({ length: 40 }, (_, at) => ({ role: 'user', content: `${at} ${'x'.repeat(1_000)}` }));
    const request = followUp({ ...answered, kind: 'dream-chat', body: { messages } }, 'Last?', []);
    const kept = request?.body['messages'] as { content: string }[];
    expect(kept.length).toBeLessThan(20);
    expect(kept.at(-1)?.content).toBe('Last?');
  });

  it('repeats a kind that takes a question, and asks nothing of one that takes none', () => {
    const daily = { kind: 'daily', body: { birth: {} }, facts: {}, written: '' };
    expect(followUp(daily, 'Why?', [kind('daily', { question: {} })])?.body).toEqual({ birth: {}, question: 'Why?' });
    expect(followUp(daily, 'Why?', [kind('daily', {})])).toBeUndefined();
  });
});
