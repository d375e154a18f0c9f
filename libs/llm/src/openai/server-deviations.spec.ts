import { describe, expect, it } from '@jest/globals';
import { AnswerReader } from '../answers/answer-reader.js';
import { CompletionChunks } from './completion-chunks.js';

const PIECES = ['물은 ', '마음을 ', '비추는 ', '거울입니다. ', '오늘은 천천히 쉬어 가세요. 내일은 다시 흐릅니다.'];
const TEXT = PIECES.join('');
const HIDDEN = 'SECRET';

const frame = (value: unknown): string => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
const choice = (fields: object, rest: object = {}) => ({
  choices: [{ index: 0, delta: fields, finish_reason: null, ...rest }],
});
const say = (content: unknown, rest: object = {}): string => frame(choice({ content }, rest));
const finish = (reason: unknown): string => frame(choice({}, { finish_reason: reason }));
const words = PIECES.map((piece) => say(piece)).join('');
const DONE = frame('[DONE]');
const stop = finish('stop');
const whole = words + stop + DONE;
/** The text up to each piece. */
const snapshots = PIECES.map((_, index) => PIECES.slice(0, index + 1).join(''));
const errorEvent = (data: string): string => `event: error\ndata: ${data}\n\n`;

/** Reads a body in pieces of this many bytes. */
function read(body: string, size: number) {
  const reader = new AnswerReader(new CompletionChunks());
  const bytes = Buffer.from(body);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size));
  text += reader.end() + reader.rest();
  return { text, ending: reader.failure?.code ?? reader.ending, isDone: reader.isDone };
}

const WHOLE: readonly (readonly [name: string, body: string])[] = [
  // Deltas that are no deltas.
  ['the text so far in every delta', snapshots.map((text) => say(text)).join('') + stop + DONE],
  [
    'the text so far in every delta, and once more at its end',
    snapshots.map((text) => say(text)).join('') + say(TEXT, { finish_reason: 'stop' }) + DONE,
  ],
  ['the whole text once more in the last delta', words + say(TEXT, { finish_reason: 'stop' }) + DONE],
  ['the only choice with index 1', whole.replaceAll('"index":0', '"index":1')],
  ['an index as text', whole.replaceAll('"index":0', '"index":"0"')],
  ['content parts with thoughts', say([{ text: HIDDEN, thought: true }]) + whole],
  [
    'the text so far in every delta, with a reason',
    snapshots.map((text) => say(text, { finish_reason: 'stop' })).join('') + DONE,
  ],
  // Reasoning in the text.
  ['think tags with a namespace', say('<mm:think>') + say(HIDDEN) + say('</mm:think>') + whole],
  [
    'thinking tokens',
    say('<|START_THINKING|>') +
      say(HIDDEN) +
      say('<|END_THINKING|><|START_TEXT|>') +
      words +
      say('<|END_TEXT|>') +
      stop +
      DONE,
  ],
  ['a think token and a content token', say(`<|think|>${HIDDEN}<|end|><|begin|>assistant<|content|>`) + whole],
  ['think tags and answer tags', say(`<think>${HIDDEN}</think>\n<answer>\n`) + words + say('</answer>') + stop + DONE],
  ['an empty think tag', say('<think/>') + whole],
  [
    'reasoning_text and thinking_blocks',
    frame(choice({ reasoning_text: HIDDEN, thinking_blocks: [{ thinking: HIDDEN }] })) + whole,
  ],
  // Framing.
  ['the name of the field twice', whole.replaceAll('data: ', 'data: data: ').replaceAll('\n\n', '\ndata:\ndata:\n\n')],
  ['the name of the field missing in the last lines', words + (stop + DONE).replaceAll('data: ', '')],
  [
    'reports of success as keepalives',
    frame({ code: 0, message: 'success' }) +
      frame({ code: 200, msg: 'ok' }) +
      frame({ status: 'queued', message: 'position 3' }) +
      whole,
  ],
  ['an error after [DONE]', whole + frame({ error: { message: 'usage was not recorded', code: 500 } })],
  [
    'empty errors in every chunk',
    PIECES.map((piece) =>
      frame({ ...choice({ content: piece }), error: { code: 0, message: '' }, error_message: '' }),
    ).join('') +
      stop +
      DONE,
  ],
  // Endings.
  [
    'stop with every piece of reasoning',
    frame(choice({ reasoning_content: HIDDEN }, { finish_reason: 'stop' })) + whole,
  ],
  ['a reason in an object', words + finish({ type: 'stop', matched: 2 }) + DONE],
  ['a reason in finish_details', words + frame(choice({}, { finish_details: { type: 'stop' } })) + DONE],
  ['a reason of capital letters', words + finish('FINISH_REASON_UNSPECIFIED') + finish('STOP') + DONE],
];

const AFTER_TEXT: readonly (readonly [name: string, end: string, ending: string])[] = [
  ['a failed status', frame({ status: 'failed', message: 'x' }), 'llm.unavailable'],
  ['a status and a message', frame({ status: 429, message: 'x' }), 'llm.rate_limited'],
  ['an error of Groq', frame({ choices: [], x_groq: { error: 'over_capacity' } }), 'llm.unavailable'],
  [
    'an error field',
    'error: {"code":400,"message":"exceeds the context size","type":"invalid_request_error"}\n\n',
    'llm.rejected',
  ],
  ['an error event without an error object', errorEvent('{"message":"overloaded"}'), 'llm.unavailable'],
  ['an error event of several lines', errorEvent('{\ndata: "message": "overloaded"\ndata: }'), 'llm.unavailable'],
  ['an error event with a known code', errorEvent('{"error":{"code":"rate_limit_exceeded"}}'), 'llm.rate_limited'],
  ['an error as text', frame('Error: connection to the model lost'), 'llm.unavailable'],
  ['an error as text in brackets', frame('[Error] upstream'), 'llm.unavailable'],
  [
    'error fields beside empty choices',
    frame({ choices: [], error_code: 17, error_msg: 'daily limit' }),
    'llm.unavailable',
  ],
  ['a code and a message', frame({ code: 500, msg: 'Internal error' }), 'llm.unavailable'],
  ['an unsuccessful result', frame({ success: false, message: 'Internal error' }), 'llm.unavailable'],
  ['a list of errors', frame({ errors: [{ message: 'Internal error' }] }), 'llm.unavailable'],
  ['an error that is true', frame({ error: true, message: 'Internal error' }), 'llm.unavailable'],
  [
    'an error inside the choice',
    frame(choice({}, { error: { code: 502, message: 'x' }, finish_reason: 'error' })),
    'llm.unavailable',
  ],
  [
    'an error of the content filter',
    frame({ error: { message: 'Content Exists Risk', code: 'invalid_request_error' } }),
    'llm.filtered',
  ],
  ['the reason error', finish('error'), 'llm.unavailable'],
  ['the reason abort', finish('abort'), 'llm.unavailable'],
  ['the reason insufficient_system_resource', finish('insufficient_system_resource'), 'llm.unavailable'],
  ['a filter with its cause', finish('content_filter: PROHIBITED_CONTENT'), 'llm.filtered'],
  ['a malformed function call', finish('function_call_filter: MALFORMED_FUNCTION_CALL'), 'llm.incomplete'],
  [
    'the token limit in finish_details',
    frame(choice({}, { finish_details: { type: 'max_tokens' } })),
    'llm.incomplete',
  ],
  ['the token limit, then stop', finish('length') + stop, 'llm.incomplete'],
  ['a filter, then stop', finish('content_filter') + stop, 'llm.filtered'],
];

describe('a whole answer', () => {
  it.each(WHOLE)('is read from %s', (_, body) => {
    for (const size of [1, 17, 100_000]) expect(read(body, size)).toEqual({ text: TEXT, ending: 'stop', isDone: true });
  });
});

describe('an incomplete answer', () => {
  it.each(AFTER_TEXT)('ends with %s', (_, end, ending) => {
    for (const size of [1, 17, 100_000]) {
      expect(read(words + end + DONE, size)).toMatchObject({ text: TEXT, ending });
      expect(read(end + DONE, size)).toMatchObject({ text: '', ending });
    }
  });
});

describe('a short answer', () => {
  it.each([DONE, stop, stop + DONE])('that begins with a doubled syllable is whole: %j', (end) => {
    expect(read(say('천') + say('천히') + end, 7).text).toBe('천천히');
  });
});
