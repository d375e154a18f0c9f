import { describe, expect, it } from '@jest/globals';
import { AnthropicDialect } from './anthropic.dialect.js';

const at = (baseUrl?: string) => new AnthropicDialect({ engine: 'anthropic', apiKey: 'k', baseUrl, model: 'claude' });
const prompt = {
  messages: [
    { role: 'system', content: 'rules' },
    { role: 'user', content: 'a dream' },
  ],
  maxTokens: 100,
} as const;

const events = (...list: readonly object[]): Buffer =>
  Buffer.from(
    list.map((event) => `event: ${(event as { type: string }).type}\ndata: ${JSON.stringify(event)}\n\n`).join(''),
  );
const start = {
  type: 'message_start',
  message: { content: [], usage: { input_tokens: 7, cache_read_input_tokens: 5, output_tokens: 1 } },
};
const said = (text: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
const stop = (reason: string) => ({
  type: 'message_delta',
  delta: { stop_reason: reason },
  usage: { output_tokens: 9 },
});
const end = { type: 'message_stop' };

function read(...list: readonly object[]) {
  const reader = at().reader(() => undefined);
  const text = reader.push(events(...list)) + reader.end();
  return { text, reader };
}

describe('AnthropicDialect', () => {
  it('writes a request of the Messages API', () => {
    const { path, headers, body } = at().request(prompt);
    expect([at().origin, path]).toEqual(['https://api.anthropic.com', '/v1/messages']);
    expect(headers).toMatchObject({ 'x-api-key': 'k', 'anthropic-version': '2023-06-01' });
    expect(JSON.parse(body.toString())).toEqual({
      model: 'claude',
      max_tokens: 100,
      stream: true,
      system: [{ type: 'text', text: 'rules', cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: 'a dream' }],
    });
  });

  it.each(['http://h:1', 'http://h:1/', 'http://h:1/v1', 'http://h:1/v1/messages'])(
    'finds its path under %s',
    (base) => {
      expect(at(base).request(prompt).path).toBe('/v1/messages');
    },
  );

  it('sends no cache_control once the server has rejected it', () => {
    const dialect = at();
    const body = '{"type":"error","error":{"message":"system.0.cache_control: extra inputs are not permitted"}}';
    expect(dialect.adapt(0, 500, body)).toBe(false);
    expect(dialect.adapt(0, 400, body)).toBe(true);
    const { body: next, variant } = dialect.request(prompt);
    expect(JSON.parse(next.toString())).toMatchObject({ system: 'rules' });
    // A second rejected request of the old variant may be repeated; one of the new variant may not.
    expect([dialect.adapt(0, 400, body), dialect.adapt(variant, 400, body)]).toEqual([true, false]);
    expect(dialect.adapted).toEqual({ cache_control: 'omitted' });
  });

  it.each([
    { detail: [{ loc: ['body', 'system'], msg: 'str type expected', type: 'type_error.str' }] },
    { type: 'error', error: { type: 'invalid_request_error', message: 'system: Input should be a valid string' } },
  ])('sends the instructions as text once the server has rejected a list: %j', (body) => {
    const dialect = at();
    expect(dialect.adapt(0, 422, JSON.stringify(body))).toBe(true);
    expect(JSON.parse(dialect.request(prompt).body.toString())).toMatchObject({ system: 'rules' });
  });

  it('does not adapt to other rejections', () => {
    const rejected = (message: string) =>
      at().adapt(0, 400, JSON.stringify({ type: 'error', error: { message }, system: 'rules' }));
    expect(rejected('max_tokens: must be positive')).toBe(false);
    expect(rejected('The system is overloaded.')).toBe(false);
  });

  it('reads an error event whose form it does not know', () => {
    const reader = at().reader(() => undefined);
    reader.push(Buffer.from('event: error\ndata: {"message":"overloaded"}\n\n'));
    expect(reader.failure?.code).toBe('llm.unavailable');
  });

  it('reads text, ending and usage', () => {
    const { text, reader } = read(start, { type: 'ping' }, said('a '), said('dream'), stop('end_turn'), end);
    expect([text, reader.ending, reader.isDone]).toEqual(['a dream', 'stop', true]);
    expect(reader.usageSoFar).toEqual({ promptTokens: 12, completionTokens: 9 });
  });

  it('hides thinking and counts it', () => {
    const thinking = { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'secret' } };
    const { text, reader } = read(start, thinking, said('text'), stop('end_turn'), end);
    expect([text, reader.hidden]).toEqual(['text', 6]);
  });

  it.each([
    ['max_tokens', 'llm.incomplete'],
    ['refusal', 'llm.refused'],
    ['tool_use', 'llm.incomplete'],
    ['pause_turn', 'llm.incomplete'],
    ['stop_sequence', 'stop'],
  ])('%s is %s', (reason, ending) => {
    expect(read(start, said('a'), stop(reason), end).reader.ending).toBe(ending);
  });

  it('reads an error event and a whole document', () => {
    const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'x' } };
    expect(read(start, overloaded).reader.failure?.code).toBe('llm.unavailable');
    const reader = at().reader(() => undefined);
    const document = { type: 'message', content: [{ type: 'text', text: 'whole' }], stop_reason: 'end_turn' };
    expect([reader.push(Buffer.from(JSON.stringify(document))) + reader.end(), reader.ending]).toEqual([
      'whole',
      'stop',
    ]);
  });
});
