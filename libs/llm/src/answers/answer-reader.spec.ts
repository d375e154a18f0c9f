import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompletionChunks } from '../openai/completion-chunks.js';
import { AnswerReader } from './answer-reader.js';
import { MAX_LINE_BYTES } from './line-scanner.js';

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
  readonly text: string;
  readonly reader: AnswerReader;
  readonly bad: number;
}

function read(body: Buffer, sizes: readonly number[] = []): Read {
  let bad = 0;
  const reader = new AnswerReader(new CompletionChunks(), { onBadChunk: () => bad++ });
  let text = '';
  let at = 0;
  for (const size of sizes) {
    text += reader.push(body.subarray(at, at + size));
    at += size;
  }
  text += reader.push(body.subarray(at)) + reader.end() + reader.rest();
  return { text, reader, bad };
}

const stream = (...payloads: readonly string[]): Buffer =>
  Buffer.from(payloads.map((data) => `data: ${data}\n\n`).join(''));

const ORDINARY: readonly string[] = [chunk('뱀이 '), chunk('집으로'), chunk(' 왔다'), finish, usage, '[DONE]'];
const SAID = '뱀이 집으로 왔다';

describe('AnswerReader', () => {
  it('reads text, ending and usage', () => {
    const { text, reader } = read(stream(...ORDINARY));
    expect(text).toBe(SAID);
    expect(reader).toMatchObject({
      ending: 'stop',
      isEndingPlausible: true,
      isDone: true,
      failure: undefined,
      usageSoFar: { promptTokens: 7, completionTokens: 3 },
    });
  });

  it('returns all text of one read at once', () => {
    const reader = new AnswerReader(new CompletionChunks());
    expect(reader.push(stream(chunk('a'), chunk('b'), chunk('c')))).toBe('abc');
    expect(reader.push(stream(finish))).toBe('');
  });

  // Bodies split at random positions; texts include quotes, line breaks, emoji and half surrogates.
  it('reads identical text however the bytes are split', () => {
    const line = fc.constantFrom('\n', '\r\n', '\r');
    const field = fc.constantFrom('data:', 'data: ', '');
    const piece = fc.string({ unit: fc.constantFrom('뱀', 'a', ' ', '"', '\\', '\n', '🌙', 'content":"', '}') });
    // Numbered: a text that begins with all earlier ones would be a snapshot.
    const numbered = (said: readonly string[]) => said.map((text, index) => (index === 0 ? text : `${index}${text}`));
    const texts = fc.array(piece, { maxLength: 12 }).map(numbered);
    const sizes = fc.array(fc.nat({ max: 60 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, sizes, line, field, (said, cuts, end, name) => {
        const payloads = [...said.map((content) => chunk(content)), finish, usage, '[DONE]'];
        const lines = payloads.flatMap((payload) => [': comment', 'event: x', `${name}${payload}`, '']);
        const { text, reader, bad } = read(Buffer.from(`${lines.join(end)}${end}`), cuts);
        expect(text).toBe(Buffer.from(said.join('')).toString().trimStart());
        expect([reader.ending, reader.isDone, reader.usageSoFar?.completionTokens, bad]).toEqual(['stop', true, 3, 0]);
      }),
      { numRuns: 1_000 },
    );
  });

  const document = JSON.stringify({
    choices: [{ message: { content: SAID }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 7, completion_tokens: 3 },
  });
  const pretty = JSON.stringify(JSON.parse(document), null, 2);
  it.each([
    ['SSE', stream(...ORDINARY)],
    ['one JSON value a line', Buffer.from(ORDINARY.join('\n'))],
    ['a document', Buffer.from(document)],
    ['a document of several lines', Buffer.from(pretty)],
    ['a document in one data field', stream(document)],
    ['a document over several data fields', stream(pretty.replaceAll('\n', '\ndata: '))],
    ['SSE behind a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), stream(...ORDINARY)])],
    ['SSE without blank lines', Buffer.from(ORDINARY.map((data) => `data:${data}\n`).join(''))],
    [
      'a last line without its end',
      Buffer.from(
        stream(...ORDINARY)
          .toString()
          .trimEnd(),
      ),
    ],
  ])('reads %s, whole and byte by byte', (_, body) => {
    const bytes = Array.from({ length: body.length }, () => 1);
    for (const { text, reader, bad } of [read(body), read(body, bytes)]) {
      expect([text, reader.ending, reader.usageSoFar?.completionTokens, bad]).toEqual([SAID, 'stop', 3, 0]);
    }
  });

  it('skips keepalives', () => {
    const alive = ['', '   ', 'keep-alive', 'null', '7', '[ping]x'.slice(1), '"ping"'];
    const { text, bad, reader } = read(stream(...alive, ...ORDINARY.flatMap((data) => [data, ...alive])));
    expect([text, bad, reader.isDone]).toEqual([SAID, 0, true]);
  });

  it('skips and counts up to three chunks that are broken JSON, and fails at the fourth', () => {
    const three = read(stream('{"choi', chunk('a'), '{', chunk('b'), '{"x":', finish));
    expect([three.text, three.bad, three.reader.failure, three.reader.ending]).toEqual(['ab', 3, undefined, 'stop']);
    const four = read(stream(chunk('a'), '{', '{', '{', '{', chunk('b'), finish));
    expect([four.text, four.bad, four.reader.failure?.code]).toEqual(['a', 4, 'llm.invalid_response']);
  });

  it.each([[[]], [[1_000_000, 70_000]], [Array.from({ length: 90 }, () => 65_536)]])(
    'skips a line of 5 MB, split as %j',
    (sizes) => {
      const { text, bad } = read(stream(chunk('a'), 'x'.repeat(5 * MAX_LINE_BYTES), chunk('b'), finish), sizes);
      expect([text, bad]).toEqual(['ab', 1]);
    },
  );

  it('finds no completion in HTML, in another document and in an empty body', () => {
    expect(read(Buffer.from('<!doctype html>\n<p>Sign in')).reader.failure?.code).toBe('llm.invalid_response');
    for (const body of ['{"ok":true}', '', 'OK'])
      expect(read(Buffer.from(body)).reader).toMatchObject({ isCompletion: false, ending: undefined });
  });

  it.each([
    ['one', [chunk('a')]],
    ['every', [chunk('a'), chunk('b'), chunk('c')]],
  ])('treats a finish reason sent with %s chunk as implausible', (_, chunks) => {
    const said = chunks.map((data) => data.replace('null', '"stop"'));
    expect(read(stream(...said)).reader).toMatchObject({ ending: 'stop', isEndingPlausible: false });
  });

  it('ignores placeholder finish reasons and keeps the last real one', () => {
    const none = ['""', '"null"', 'null'].map((reason) => chunk('a').replace('null', reason));
    expect(read(stream(...none)).reader.ending).toBeUndefined();
    const last = [chunk('a').replace('null', '"stop"'), finish.replace('stop', 'length')];
    expect(read(stream(...last)).reader.ending).toBe('llm.incomplete');
  });

  it('treats an error event as a failure, also without JSON', () => {
    const bare = Buffer.from('event: error\ndata: upstream hung up\n\n');
    expect(read(bare).reader.failure?.code).toBe('llm.unavailable');
  });
});
