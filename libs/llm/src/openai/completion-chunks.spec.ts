import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnswerSink } from '../answers/answer-sink.js';
import { ChunkScanner } from './chunk-scanner.js';
import { CompletionChunks } from './completion-chunks.js';

/** The sink calls for these payloads, one string per call. */
function said(...payloads: readonly unknown[]): readonly string[] {
  const words: string[] = [];
  const sink: AnswerSink = {
    text: (content) => words.push(`text ${content}`),
    reasoned: (characters) => words.push(`reasoned ${characters}`),
    finish: (reason) => words.push(`finish ${reason}`),
    usage: ({ promptTokens, completionTokens }) => words.push(`usage ${promptTokens} ${completionTokens}`),
    refused: () => words.push('refused'),
    toolCalled: () => words.push('tool'),
    done: () => words.push('done'),
    fail: ({ code }) => words.push(code),
  };
  const chunks = new CompletionChunks();
  for (const payload of payloads) {
    const bytes = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
    if (!chunks.read(bytes, 0, bytes.length, sink)) words.push('not JSON');
  }
  return words;
}

const delta = (fields: object, choice: object = {}) => ({ choices: [{ index: 0, delta: fields, ...choice }] });
const message = (content: unknown, choice: object = {}) => ({ choices: [{ message: { content }, ...choice }] });

describe('CompletionChunks', () => {
  it.each([
    ['a string', delta({ content: '뱀' }), ['text 뱀']],
    ['a list of parts', delta({ content: [{ type: 'text', text: 'a' }, 'b', { text: 'c' }] }), ['text abc']],
    ['a thinking part', delta({ content: [{ type: 'thinking', thinking: 'x' }] }), ['reasoned 34']],
    ['null', delta({ content: null, role: 'assistant' }), []],
    ['reasoning_content', delta({ reasoning_content: 'abc', content: null }), ['reasoned 3']],
    ['reasoning', delta({ reasoning: 'abc', content: '' }), ['reasoned 3']],
    ['reasoning beside text', delta({ reasoning: 'abc', content: 'd' }), ['reasoned 3', 'text d']],
    ['a refusal', delta({ refusal: 'no' }), ['refused']],
    ['a tool call', delta({ tool_calls: [{ id: '1' }] }), ['tool']],
    ['no tool call', delta({ tool_calls: [], function_call: null, content: 'a' }), ['text a']],
    ['the reason with the last text', delta({ content: 'a' }, { finish_reason: 'stop' }), ['text a', 'finish stop']],
    ['the reason inside the delta', delta({ finish_reason: 'stop' }), ['finish stop']],
    ['an old completion', { choices: [{ text: 'a', finish_reason: null }] }, ['text a']],
    ['the only choice with another index', { choices: [{ index: 1, delta: { content: 'b' } }] }, ['text b']],
    [
      'two choices',
      {
        choices: [
          { index: 1, delta: { content: 'b' } },
          { index: 0, delta: { content: 'a' } },
        ],
      },
      ['text a'],
    ],
    ['a list of chunks', [delta({ content: 'a' }), delta({ content: 'b' })], ['text a', 'text b']],
    ['usage', { choices: [], usage: { prompt_tokens: 9, completion_tokens: 8 } }, ['usage 9 8']],
    ['usage of Groq', { choices: [], x_groq: { usage: { prompt_tokens: 9, completion_tokens: 8 } } }, ['usage 9 8']],
    ['no choices', { choices: null }, []],
    ['nothing', {}, []],
    ['an error', { error: { code: 429, message: 'x' } }, ['llm.rate_limited']],
    ['an error as text', { error: 'overloaded' }, ['llm.unavailable']],
    ['no error', { ...delta({ content: 'a' }), error: null }, ['text a']],
    ['an empty error', { ...delta({ content: 'a' }), error: {} }, ['text a']],
    ['an error in separate fields', { choices: null, error_type: 'BadRequestError' }, ['llm.rejected']],
    ['an error object at the root', { object: 'error', message: 'x', code: 400 }, ['llm.rejected']],
    ['a list with an error', [{ error: { code: 503 } }], ['llm.unavailable']],
  ])('reads %s', (_, chunk, expected) => {
    expect(said(chunk)).toEqual(expected);
  });

  it.each([-1, 1.5, 1e308, '7', 20_000_000, null])('ignores a token count of %j', (count) => {
    expect(said({ choices: [], usage: { prompt_tokens: 9, completion_tokens: count ?? -1 } })).toEqual([]);
  });

  it('reads a text that is repeated in every chunk once', () => {
    const repeated = ['a', 'a b', 'a b c'].map((text) => message(text));
    expect(said(...repeated)).toEqual(['text a', 'text  b', 'text  c']);
    const beside = ['a', 'a b'].map((content, index) => ({
      choices: [{ index: 0, message: { content }, delta: { content: ['a', ' b'][index] } }],
    }));
    expect(said(...beside, message('a b'))).toEqual(['text a', 'text  b']);
  });

  it('reports payloads that are not JSON', () => {
    expect(said('{"choices":[{"del', '{]', delta({ content: 'a' }))).toEqual(['not JSON', 'not JSON', 'text a']);
  });
});

// Generates chunks with the relevant fields, and decoys with the same names beside and inside them.
const key = fc.constantFrom(
  'id',
  'object',
  'obfuscation',
  'logprobs',
  'choices',
  'delta',
  'content',
  'finish_reason',
  'error',
  'x"y',
  '뱀',
);
const decoy = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      false,
      0,
      -1,
      12,
      1.5,
      1e21,
      '',
      '","content":"',
      '\\',
      '"',
      '\u2028',
      '🌙',
      '뱀',
      '\ud83c',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value;
const text = fc.string({ unit: fc.constantFrom('a', ' ', '뱀', '🌙', '"', '\\', '\n', '\u0001', '/', '{', '}') });
const fields = (known: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .tuple(fc.record(known, { requiredKeys: [] }), fc.array(fc.tuple(key, decoy), { maxLength: 3 }), fc.boolean())
    .map(([own, others, first]) => {
      const decoys = Object.fromEntries(others.filter(([name]) => !(name in known)));
      return first ? { ...decoys, ...own } : { ...own, ...decoys };
    });
const choice = fields({
  index: fc.constantFrom(0, 1),
  delta: fields({
    content: fc.oneof(text, decoy),
    role: fc.constant('assistant'),
    refusal: fc.constantFrom(null, 'no'),
  }),
  finish_reason: fc.constantFrom(null, '', 'stop', 'length', 7),
});
const chunk = fields({
  choices: fc.oneof({ weight: 9, arbitrary: fc.array(choice, { maxLength: 2 }) }, { weight: 1, arbitrary: decoy }),
  usage: fc.constantFrom(null, { prompt_tokens: 1, completion_tokens: 2 }),
});
/** Serialises chunks with optional white space and with unnecessary escapes in strings. */
const written = fc.tuple(chunk, fc.constantFrom(0, 1, 2, '\t'), fc.boolean()).map(([value, space, escape]) => {
  const json = JSON.stringify(value, null, space);
  return escape
    ? json.replaceAll(/[뱀/]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json;
});

interface Plain {
  readonly choices?: readonly { readonly delta?: { readonly content?: unknown }; readonly finish_reason?: unknown }[];
}

/** The expected result of the scanner for a chunk that it accepts. */
const parsed = (json: string): readonly [content: string, reason: unknown] => {
  // Convert to bytes and back, which replaces unescaped half surrogates.
  const first = (JSON.parse(Buffer.from(json).toString()) as Plain).choices?.[0];
  const { content } = first?.delta ?? {};
  if (typeof content !== 'string' && content !== undefined && content !== null) throw new Error('not a text');
  return [content ?? '', first?.finish_reason ?? undefined];
};

function scan(json: string): readonly unknown[] | undefined {
  const bytes = Buffer.from(`data: ${json}\n`);
  const scanner = new ChunkScanner();
  if (!scanner.scan(bytes, 6, bytes.length - 1)) return undefined;
  return [scanner.content, scanner.finishReason];
}

describe('ChunkScanner', () => {
  it('equals JSON.parse for every chunk that it accepts', () => {
    let accepted = 0;
    fc.assert(
      fc.property(written, (json) => {
        const found = scan(json);
        if (!found) return;
        accepted++;
        expect(found).toEqual(parsed(json));
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('accepts nothing that JSON.parse rejects', () => {
    const damage = fc.tuple(written, fc.nat(), fc.constantFrom('', '"', '\\', '{', '}', ',', '0', '\u0001', 'x', '-'));
    fc.assert(
      fc.property(damage, ([json, place, replacement]) => {
        const at = place % json.length;
        const damaged = json.slice(0, at) + replacement + json.slice(at + 1);
        const found = scan(damaged);
        if (!found) return;
        expect(found).toEqual(parsed(damaged));
      }),
      { numRuns: 2_000 },
    );
  });

  it('scans the chunks of OpenAI, vLLM and Ollama', () => {
    const openAi =
      '{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","service_tier":"default","system_fingerprint":null,"choices":[{"index":0,"delta":{"content":" 뱀"},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"x7Fq"}';
    const vllm =
      '{"id":"1","choices":[{"index":0,"delta":{"content":"a\\n\\n"},"logprobs":null,"finish_reason":null,"token_ids":null}],"prompt_token_ids":null}';
    const ollama =
      '{"id":"1","choices":[{"index":0,"delta":{"role":"assistant","content":"a"},"finish_reason":"stop"}]}';
    expect([openAi, vllm, ollama].map(scan)).toEqual([
      [' 뱀', undefined],
      ['a\n\n', undefined],
      ['a', 'stop'],
    ]);
  });

  it.each([
    ['reasoning', '{"choices":[{"index":0,"delta":{"reasoning_content":"a"}}]}'],
    ['usage', '{"choices":[],"usage":{"prompt_tokens":1}}'],
    ['an error', '{"error":{"message":"x"}}'],
    ['a second choice', '{"choices":[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]}'],
    ['another index', '{"choices":[{"index":1,"delta":{"content":"a"}}]}'],
    ['a key twice', '{"choices":[{"delta":{"content":"a","content":"b"}}]}'],
    ['an escaped key', '{"choices":[{"delta":{"\\u0063ontent":"a"}}]}'],
    ['a message', '{"choices":[{"message":{"content":"a"}}]}'],
    ['an incomplete chunk', '{"choices":[{"delta":{"content":"a"}}]'],
    ['nesting that is too deep', `{"x":${'['.repeat(40)}${']'.repeat(40)}}`],
  ])('leaves %s to the parser', (_, json) => {
    expect(scan(json)).toBeUndefined();
  });
});
