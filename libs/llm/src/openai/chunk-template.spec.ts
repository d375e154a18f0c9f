import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ChunkTemplate, type CompletionChunk } from './chunk-template.js';

const contentOf = (payload: string): unknown => (JSON.parse(payload) as CompletionChunk).choices?.[0]?.delta?.content;

describe('ChunkTemplate', () => {
  it('reads what it read from a parsed chunk again from one that differs in its text only', () => {
    const template = new ChunkTemplate();
    const chunk = (content: string) =>
      JSON.stringify({ id: 1, choices: [{ delta: { content }, finish_reason: null }] });
    expect(template.read(chunk('a'))).toBeUndefined();
    template.learn(chunk('a'), 'a');
    expect(template.read(chunk('뱀이 '))).toBe('뱀이 ');
    expect(template.read(chunk('"'))).toBeUndefined();
    expect(template.read(chunk('x').replace('null', '"stop"'))).toBeUndefined();
  });

  it('does not take a text for the delta that stands elsewhere', () => {
    const template = new ChunkTemplate();
    const chunk = (note: string) => `{"note":{"content":"${note}"},"choices":[{"delta":{"content":"hi"}}]}`;
    template.learn(chunk('hi'), 'hi');
    expect(template.read(chunk('other'))).toBeUndefined();
  });

  it('stops learning from chunks that never repeat', () => {
    const template = new ChunkTemplate();
    const chunk = (content: string, pad: string) => JSON.stringify({ choices: [{ delta: { content } }], pad });
    for (const pad of ['1', '2', '3', '4']) template.learn(chunk('a', pad), 'a');
    expect(template.read(chunk('b', '4'))).toBeUndefined();
    expect(template.read(chunk('b', '3'))).toBe('b');
  });

  it('never reads anything else than a parser would', () => {
    const key = fc.constantFrom('content', 'role', 'choices', 'note', 'usage');
    const noise = fc.dictionary(key, fc.oneof(fc.string(), fc.record({ content: fc.string() })), { maxKeys: 3 });
    const body = fc.record({ content: fc.string(), delta: noise, choice: noise, chunk: noise });
    const payload = body.map(({ content, delta, choice, chunk }) =>
      JSON.stringify({ ...chunk, choices: [{ ...choice, delta: { ...delta, content } }] }),
    );
    fc.assert(
      fc.property(payload, fc.array(payload), (first, rest) => {
        const template = new ChunkTemplate();
        template.learn(first, String(contentOf(first)));
        for (const next of [first, ...rest, first.replace(/"[^"\\]{1,3}"/, '"zz"')]) {
          const read = template.read(next);
          if (read !== undefined) expect(read).toBe(contentOf(next));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
