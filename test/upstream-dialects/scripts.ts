import { gzipSync } from 'node:zlib';
import {
  DONE,
  type DialectScript,
  HIDDEN,
  JSON_TYPE,
  PIECES,
  SSE,
  TEXT,
  chunk,
  content,
  data,
  failedAfter,
  failedBefore,
  finish,
  pieces,
  sse,
  whole,
} from './scripted-answer.js';

const completion = (reason: string, text = TEXT) => ({
  id: 'c-1',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: reason }],
  usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
});

/** Reasoning in every known place. */
const reasoning: readonly DialectScript[] = [
  {
    name: 'reasoning and reasoning_details beside null content',
    answers: [
      sse(
        chunk({ delta: { role: 'assistant', content: null, reasoning: HIDDEN } }),
        chunk({ delta: { content: null, reasoning_details: [{ type: 'reasoning.text', text: HIDDEN }] } }),
        ...pieces(),
        finish('stop'),
      ),
    ],
    expected: whole,
  },
  {
    name: 'a think tag cut into pieces',
    answers: [sse(...['<th', 'ink>', HIDDEN, '</', 'thi', 'nk>\n\n', ...PIECES].map(content), finish('stop'))],
    expected: whole,
  },
  {
    name: 'only a closing think tag, several reads after the reasoning',
    answers: [
      sse(...['Okay', ', the user ', HIDDEN, ' so', '</think>', '\n\n', ...PIECES].map(content), finish('stop')),
    ],
    expected: whole,
  },
  {
    name: 'a think tag and the answer in one chunk',
    answers: [sse(content(`<think>${HIDDEN}</think>${TEXT}`), finish('stop'))],
    expected: whole,
  },
  {
    name: 'a think tag that is never closed',
    answers: [sse(...['<think>', HIDDEN, ' and on'].map(content), finish('stop'))],
    expected: failedBefore('llm.empty', 'llm.incomplete'),
  },
  {
    name: 'a think tag cut by the token limit',
    answers: [sse(...['<think>', HIDDEN].map(content), finish('length'))],
    expected: failedBefore('llm.empty', 'llm.incomplete'),
  },
  {
    name: 'reasoning_content only, then stop',
    answers: [sse(chunk({ delta: { content: '', reasoning_content: HIDDEN } }), finish('stop'))],
    expected: failedBefore('llm.empty', 'llm.incomplete'),
  },
  {
    name: 'parts of content, thinking among them',
    answers: [
      sse(
        content([{ type: 'thinking', thinking: [{ type: 'text', text: HIDDEN }] }]),
        ...PIECES.map((text) => content([{ type: 'text', text }])),
        finish('stop'),
      ),
    ],
    expected: whole,
  },
];

/** End-of-response markers. */
const endings: readonly DialectScript[] = [
  { name: 'finish_reason eos_token', answers: [sse(...pieces(), finish('eos_token'))], expected: whole },
  { name: 'finish_reason in capitals', answers: [sse(...pieces(), finish('STOP'))], expected: whole },
  {
    name: 'finish_reason MAX_TOKENS after text',
    answers: [sse(...pieces(), finish('MAX_TOKENS'))],
    expected: failedAfter('llm.truncated', 'llm.incomplete'),
  },
  {
    name: 'finish_reason content_filter before text',
    answers: [sse(finish('content_filter'))],
    expected: failedBefore('llm.filtered'),
  },
  {
    name: 'finish_reason SAFETY after text',
    answers: [sse(...pieces(), finish('SAFETY'))],
    expected: failedAfter('llm.filtered', 'llm.truncated'),
  },
  {
    name: 'a refusal in its own field',
    answers: [sse(chunk({ delta: { content: null, refusal: HIDDEN } }), finish('stop'))],
    expected: failedBefore('llm.refused'),
  },
  {
    name: 'a tool call instead of text',
    answers: [
      sse(
        chunk({ delta: { tool_calls: [{ index: 0, id: 't', function: { name: 'f', arguments: '{}' } }] } }),
        finish('tool_calls'),
      ),
    ],
    expected: failedBefore('llm.empty', 'llm.incomplete', 'llm.invalid_response'),
  },
  {
    name: 'white space only',
    answers: [sse(...['\n', '  ', '\n\n'].map(content), finish('stop'))],
    expected: failedBefore('llm.empty'),
  },
  {
    name: 'invisible characters only',
    answers: [sse(...['\u200B', '\u2060', '\uFEFF'].map(content), finish('stop'))],
    expected: failedBefore('llm.empty'),
  },
  {
    name: 'the body ends after text, without a finish_reason or [DONE]',
    answers: [{ headers: SSE, writes: pieces().map(data) }],
    expected: failedAfter('llm.truncated', 'llm.incomplete'),
  },
  {
    name: 'the connection breaks after text',
    answers: [{ headers: SSE, writes: pieces().map(data), pauseMs: 5, reset: true }],
    expected: failedAfter('llm.truncated', 'llm.incomplete'),
  },
  {
    name: 'text goes on after a first finish_reason, with a pause',
    answers: [
      {
        headers: SSE,
        writes: [...PIECES.map((p) => data(chunk({ delta: { content: p }, finish_reason: 'stop' }))), DONE],
        pauseMs: 400,
      },
    ],
    expected: whole,
  },
  {
    name: 'an error object after text',
    answers: [{ headers: SSE, writes: [...pieces().map(data), data({ error: { message: 'overloaded', code: 503 } })] }],
    expected: failedAfter('llm.truncated', 'llm.incomplete', 'llm.unavailable', 'llm.invalid_response'),
  },
];

/** Framing of the bytes. */
const framing: readonly DialectScript[] = [
  {
    name: 'newline-delimited JSON',
    answers: [
      {
        headers: { 'Content-Type': 'application/x-ndjson' },
        writes: [...pieces(), finish('stop')].map((value) => `${JSON.stringify(value)}\n`),
      },
    ],
    expected: whole,
  },
  {
    name: 'one JSON completion instead of a stream',
    answers: [{ headers: JSON_TYPE, writes: [JSON.stringify(completion('stop'), undefined, 2)] }],
    expected: whole,
  },
  {
    name: 'one JSON completion, cut by the token limit',
    answers: [{ headers: JSON_TYPE, writes: [JSON.stringify(completion('length'))] }],
    expected: { status: 'failed', codes: ['llm.truncated', 'llm.incomplete'], text: TEXT },
  },
  {
    name: 'a compressed stream',
    answers: [
      {
        headers: { ...SSE, 'Content-Encoding': 'gzip' },
        writes: [gzipSync([...pieces(), finish('stop')].map(data).join('') + DONE)],
      },
    ],
    expected: whole,
  },
  {
    name: 'CRLF, byte order mark, event and id fields, no space after the colon',
    answers: [
      {
        headers: SSE,
        writes: [
          '\uFEFF: connected\r\n\r\n',
          ...[...pieces(), finish('stop')].map((v, n) => `id:${n}\r\nevent:chunk\r\ndata:${JSON.stringify(v)}\r\n\r\n`),
          'data:[DONE]\r\n\r\n',
        ],
      },
    ],
    expected: whole,
  },
  {
    name: 'one event over several data lines',
    answers: [
      {
        headers: SSE,
        writes: [
          ...[...pieces(), finish('stop')].map(
            (v) =>
              JSON.stringify(v, undefined, 1)
                .split('\n')
                .map((line) => `data: ${line}\n`)
                .join('') + '\n',
          ),
          DONE,
        ],
      },
    ],
    expected: whole,
  },
  {
    name: 'ping events between chunks',
    answers: [
      {
        headers: SSE,
        writes: [
          ...pieces().flatMap((v) => ['event: ping\ndata: {"type":"ping"}\n\n', data(v)]),
          data(finish('stop')),
          DONE,
        ],
      },
    ],
    expected: whole,
  },
  {
    name: 'an HTML page',
    answers: [{ headers: { 'Content-Type': 'text/html' }, writes: [`<html><body>${HIDDEN}</body></html>`] }],
    expected: failedBefore('llm.invalid_response', 'llm.empty'),
  },
  {
    name: 'a redirect on the same origin',
    answers: [
      { status: 307, headers: { Location: '/v1/moved' }, writes: [] },
      { status: 307, headers: { Location: '/v1/moved' }, writes: [] },
      { status: 307, headers: { Location: '/v1/moved' }, writes: [] },
      sse(...pieces(), finish('stop')),
    ],
    expected: whole,
  },
];

/** Chunk contents other than text. */
const chunks: readonly DialectScript[] = [
  {
    name: 'empty choices with filter results first',
    answers: [sse({ id: '', choices: [], prompt_filter_results: [{ prompt_index: 0 }] }, ...pieces(), finish('stop'))],
    expected: whole,
  },
  {
    name: 'log probabilities with content of their own before the delta',
    answers: [
      sse(
        ...PIECES.map((piece) => ({
          choices: [
            { logprobs: { content: [{ token: HIDDEN, content: HIDDEN }] }, index: 0, delta: { content: piece } },
          ],
        })),
        finish('stop'),
      ),
    ],
    expected: whole,
  },
  {
    name: 'a second choice interleaved',
    answers: [
      sse(
        ...PIECES.flatMap((piece) => [content(piece), { choices: [{ index: 1, delta: { content: HIDDEN } }] }]),
        finish('stop'),
      ),
    ],
    expected: whole,
  },
  {
    name: 'escapes in every spelling',
    answers: [
      {
        headers: SSE,
        writes: [
          'data: {"choices":[{"index":0,"delta":{"content":"R\\u0061in \\/ \\"\\ud83d\\ude00\\" "}}]}\n\n',
          data(content(TEXT)),
          data(finish('stop')),
          DONE,
        ],
      },
    ],
    expected: { status: 'done', text: `Rain / "😀" ${TEXT}` },
  },
  {
    name: 'terminal escapes and control characters in the text',
    answers: [sse(content('\u001B[31m'), ...pieces(), content('\u0007\u001B[0m'), finish('stop'))],
    expected: whole,
  },
  {
    name: 'the whole message once more in the last chunk',
    answers: [
      sse(...pieces(), chunk({ delta: {}, message: { role: 'assistant', content: TEXT }, finish_reason: 'stop' })),
    ],
    expected: whole,
  },
  {
    name: 'absurd usage numbers',
    answers: [
      sse(...pieces(), finish('stop'), { choices: [], usage: { prompt_tokens: -4, completion_tokens: 1e308 } }),
    ],
    expected: whole,
  },
];

/** Dialects of OpenAI-compatible servers, written from their documented output, independent of our parser. */
export const SCRIPTS: readonly DialectScript[] = [...reasoning, ...endings, ...framing, ...chunks];
