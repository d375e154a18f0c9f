import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompletionReader } from './completion-reader.js';
import { MAX_LINE_BYTES } from './data-line-scanner.js';

const chunk = (content: string, rest: object = {}): string =>
  JSON.stringify({
    id: 'x',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
    ...rest,
  });
const finish = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}';
const usage = '{"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3}}';

interface Read {
  readonly pieces: readonly string[];
  readonly reader: CompletionReader;
  readonly bad: number;
}

function read(body: Buffer, sizes: readonly number[] = []): Read {
  let bad = 0;
  const reader = new CompletionReader(() => bad++);
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(...reader.push(body.subarray(at, at + size)));
    at += size;
  }
  pieces.push(...reader.push(body.subarray(at)), ...reader.end());
  return { pieces, reader, bad };
}

const stream = (...payloads: readonly string[]): Buffer =>
  Buffer.from(payloads.map((data) => `data: ${data}\n\n`).join(''));

describe('CompletionReader', () => {
  it('reads text, finish and usage', () => {
    const { pieces, reader } = read(stream(chunk('뱀이 '), chunk(''), chunk('집으로'), finish, usage, '[DONE]'));
    expect(pieces).toEqual(['뱀이 ', '집으로']);
    expect(reader).toMatchObject({
      finishReason: 'stop',
      done: true,
      failure: undefined,
      usage: { promptTokens: 7, completionTokens: 3 },
    });
  });

  it('gives all pieces of one read together, each as the model sent it', () => {
    const reader = new CompletionReader();
    expect(reader.push(stream(chunk('a'), chunk('b'), chunk('c')))).toEqual(['a', 'b', 'c']);
    expect(reader.push(stream(finish))).toEqual([]);
  });

  // 1 000 bodies, each split at random: every text, also with quotes, line ends, emoji and half surrogates.
  it('reads identical text however the bytes are split', () => {
    const line = fc.constantFrom('\n', '\r\n');
    const space = fc.constantFrom('data:', 'data: ');
    const text = fc.string({
      unit: fc.constantFrom('뱀', 'a', ' ', '"', '\\', '\n', '🌙', '\u0001', 'content":"', '}'),
    });
    const texts = fc.array(text, { maxLength: 12 });
    const sizes = fc.array(fc.nat({ max: 60 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, sizes, line, space, (said, cuts, end, field) => {
        const payloads = [...said.map((piece) => chunk(piece)), finish, usage, '[DONE]'];
        const lines = payloads.flatMap((payload) => [': comment', 'event: x', `${field}${payload}`, '']);
        const body = Buffer.from(`${lines.join(end)}${end}`);
        const { pieces, reader, bad } = read(body, cuts);
        // A lone surrogate is no UTF-8: the encoder made U+FFFD of it before it was split.
        expect(pieces.join('')).toBe(Buffer.from(said.join('')).toString());
        expect([reader.finishReason, reader.done, reader.usage?.completionTokens, bad]).toEqual(['stop', true, 3, 0]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads a body byte by byte', () => {
    const body = stream(chunk('뱀🌙'), chunk('이'), finish, '[DONE]');
    const { pieces, reader } = read(
      body,
      Array.from({ length: body.length }, () => 1),
    );
    expect(pieces.join('')).toBe('뱀🌙이');
    expect(reader.done).toBe(true);
  });

  it('reads the last line without a line end', () => {
    const { pieces, reader } = read(Buffer.from(`data: ${chunk('a')}\ndata: ${finish}`));
    expect([pieces, reader.finishReason]).toEqual([['a'], 'stop']);
  });

  it('skips and counts up to three bad chunks', () => {
    const { pieces, reader, bad } = read(stream('{"choi', chunk('a'), 'null', chunk('b'), '7', finish));
    expect([pieces, bad, reader.failure, reader.finishReason]).toEqual([['a', 'b'], 3, undefined, 'stop']);
  });

  it('gives up at the fourth bad chunk and keeps what was said before', () => {
    const { pieces, reader, bad } = read(stream(chunk('a'), '{', '{', '{', '{', chunk('b'), finish));
    expect([pieces, bad, reader.failure?.code]).toEqual([['a'], 4, 'llm.invalid_response']);
  });

  it.each([[[]], [[1_000_000, 70_000]], [Array.from({ length: 90 }, () => 65_536)]])(
    'skips a line of 5 MB, split as %j',
    (sizes) => {
      const { pieces, bad } = read(stream(chunk('a'), 'x'.repeat(5 * MAX_LINE_BYTES), chunk('b'), finish), sizes);
      expect([pieces, bad]).toEqual([['a', 'b'], 1]);
    },
  );

  it.each([
    [{ code: 'rate_limit_exceeded' }, 'llm.rate_limited', false],
    [{ code: 'insufficient_quota' }, 'llm.rate_limited', true],
    [{ code: 401 }, 'llm.unauthorized', true],
    [{ type: 'invalid_request_error', code: null }, 'llm.rejected', true],
    [{ message: 'dream of a snake' }, 'llm.unavailable', false],
    ['overloaded', 'llm.unavailable', false],
  ])('takes an error object for the failure it names: %j', (error, code, final) => {
    const { reader } = read(stream(JSON.stringify({ error }), chunk('a')));
    expect(reader.failure).toMatchObject({ code, final });
    expect(reader.failure?.message).not.toContain('snake');
  });

  it('ignores chunks without choices, without text, or with another kind of content', () => {
    const odd = ['{}', '{"choices":[]}', '{"choices":[{}]}', '{"choices":[{"delta":{"content":null}}]}', '[]'];
    const { pieces, bad, reader } = read(stream(...odd, chunk('a'), finish));
    expect([pieces, bad, reader.finishReason]).toEqual([['a'], 0, 'stop']);
  });

  it('reads a whole document from a server that does not stream', () => {
    const reader = new CompletionReader();
    const body =
      '{"choices":[{"message":{"content":"whole"},"finish_reason":"length"}],"usage":{"completion_tokens":1}}';
    expect(reader.document(body)).toEqual(['whole']);
    expect(reader.finishReason).toBe('length');
    const empty = new CompletionReader();
    expect(empty.document('{"ok":true}')).toEqual([]);
    expect(empty.failure?.code).toBe('llm.invalid_response');
  });
});
