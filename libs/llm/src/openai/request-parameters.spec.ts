import { describe, expect, it } from '@jest/globals';
import type { UpstreamSettings } from '@app/config';
import type { ChatMessage } from '../llm-client.js';
import { modelProfile } from './model-profiles.js';
import { RequestParameters } from './request-parameters.js';

const settings: UpstreamSettings = { engine: 'openai', apiKey: undefined, baseUrl: undefined, model: 'm' };
const messages: readonly ChatMessage[] = [
  { role: 'system', content: 'rules' },
  { role: 'user', content: 'a dream' },
];

function setUp(model: string, own: Partial<UpstreamSettings> = {}, host = 'localhost') {
  const notes: string[] = [];
  const note = (parameter: string, now: string) => notes.push(`${parameter}: ${now}`);
  const parameters = new RequestParameters({ ...settings, model, ...own }, modelProfile(host, model), note);
  const refuse = (body: unknown, variant = parameters.variant) =>
    parameters.adapt(variant, typeof body === 'string' ? body : JSON.stringify(body));
  const names = () =>
    Object.entries(parameters.fields(100)).flatMap(([name, value]) => (value === undefined ? [] : name));
  return { parameters, notes, refuse, names };
}

const openAiError = (param: string | null, message: string) => ({
  error: { message, param, code: 'unsupported_parameter' },
});

describe('RequestParameters', () => {
  it.each([
    ['m', 'localhost', { max_tokens: 100 }],
    ['gpt-5.4-mini', 'api.openai.com', { max_completion_tokens: 2_148, reasoning_effort: 'none' }],
    ['gpt-5.4-mini', 'gateway.example', { max_completion_tokens: 2_148 }],
    ['openai/o4-mini', 'openrouter.ai', { max_completion_tokens: 4_196 }],
    ['gpt-4o', 'api.openai.com', { max_completion_tokens: 100 }],
    ['qwen3:8b', 'localhost', { max_tokens: 4_196 }],
  ])('sends the parameters of the profile of %s at %s', (model, host, expected) => {
    const { parameters } = setUp(model, {}, host);
    expect(JSON.parse(JSON.stringify(parameters.fields(100)))).toEqual({
      stream_options: { include_usage: true },
      ...expected,
    });
  });

  it('sends configured parameters', () => {
    const { parameters } = setUp('m', { temperature: 0.7, reasoningEffort: 'low', extraBody: { top_k: 5 } });
    expect(parameters.fields(1)).toMatchObject({ temperature: 0.7, reasoning_effort: 'low', top_k: 5 });
  });

  it.each([
    [
      'OpenAI',
      openAiError(
        'max_tokens',
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      ),
    ],
    ['Azure', { error: { code: 'BadRequest', message: 'Unrecognized request argument supplied: max_tokens' } }],
    [
      'FastAPI',
      { detail: [{ loc: ['body', 'max_tokens'], msg: 'Extra inputs are not permitted', type: 'extra_forbidden' }] },
    ],
    ['vLLM', { object: 'error', message: "[{'type': 'extra_forbidden', 'loc': ('body', 'max_tokens')}]", code: 400 }],
    ['a Go server', 'json: unknown field "max_tokens"'],
    ['a list', [{ error: { message: 'Unknown name "max_tokens": Cannot find field.', code: 400 } }]],
    ['an error as text', { error: 'max_tokens is not supported' }],
    [
      'Mistral',
      {
        object: 'error',
        message: { detail: [{ type: 'extra_forbidden', loc: ['body', 'max_tokens'], msg: 'Extra' }] },
      },
    ],
    [
      'a gateway with the error of its provider as text',
      { error: { message: 'Provider returned error', metadata: { raw: '{"error":{"param":"max_tokens"}}' } } },
    ],
    ['a list of errors', { success: false, errors: [{ message: "property 'maxTokens' is not supported" }] }],
    ['a validator', { statusCode: 400, message: ['property max_tokens should not exist'] }],
  ])('changes the name of the limit when %s rejects it, and leaves it out when both are rejected', (_, body) => {
    const { parameters, refuse, names, notes } = setUp('m');
    expect([refuse(body), names()]).toEqual([true, ['stream_options', 'max_completion_tokens']]);
    expect(refuse(openAiError('max_completion_tokens', 'Unknown parameter'))).toBe(true);
    expect([names(), notes]).toEqual([
      ['stream_options'],
      ['max_tokens: max_completion_tokens', 'max_completion_tokens: omitted'],
    ]);
    expect(parameters.adapted).toEqual({ max_tokens: 'max_completion_tokens', max_completion_tokens: 'omitted' });
  });

  it.each([
    [
      'temperature',
      openAiError(
        'temperature',
        "'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
      ),
    ],
    ['reasoning_effort', { error: { message: 'Unrecognized request argument supplied: reasoning_effort' } }],
    ['stream_options', { detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }] }],
    ['top_k', { message: 'property top_k is unsupported', code: 400 }],
    ['reasoning_effort', { error: { message: '"m" does not support thinking' } }],
    ['reasoning_effort', { code: 'invalid', error: 'Argument not supported on this model: reasoningEffort' }],
    ['temperature', { error: { message: 'Temperature is deprecated for this model.' } }],
    ['stream_options', { error: { message: "property 'stream_options' is unsupported, did you mean 'stream'?" } }],
  ])('leaves %s out when it is rejected', (name, body) => {
    const { refuse, names } = setUp('m', { temperature: 0.7, reasoningEffort: 'low', extraBody: { top_k: 5 } });
    expect(names()).toContain(name);
    expect([refuse(body), refuse(body)]).toEqual([true, false]);
    expect(names()).not.toContain(name);
  });

  it('changes the role of the instructions, and puts them before the user’s words when none is left', () => {
    const { parameters, refuse } = setUp('m');
    const roles = () => parameters.messages(messages).map(({ role }) => role);
    expect(roles()).toEqual(['system', 'user']);
    const rejected = openAiError(
      'messages[0].role',
      "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
    );
    expect([refuse(rejected), roles()]).toEqual([true, ['developer', 'user']]);
    expect(refuse({ error: 'Invalid role: developer' })).toBe(true);
    expect(parameters.messages(messages)).toEqual([{ role: 'user', content: 'rules\n\na dream' }]);
  });

  it.each([
    [{ message: 'System role not supported', code: 400 }],
    [{ error: { message: 'Conversation roles must alternate user/assistant/user/assistant/...' } }],
    [{ error: { message: 'Only user, assistant and tool roles are supported, got system' } }],
    [[{ error: { message: 'Developer instruction is not enabled for models/m', status: 'INVALID_ARGUMENT' } }]],
  ])('puts the instructions before the user’s words when the prompt template has no role for them: %j', (body) => {
    const { parameters, refuse } = setUp('m');
    expect([refuse(body), refuse(body), refuse(body)]).toEqual([true, true, false]);
    expect(parameters.messages(messages)).toEqual([{ role: 'user', content: 'rules\n\na dream' }]);
  });

  it('asks for whole answers when streaming is rejected', () => {
    const { parameters, refuse, names } = setUp('m');
    const body = openAiError('stream', 'Your organization must be verified to stream this model.');
    expect([refuse({ error: { message: 'The stream broke off.' } }), parameters.streams]).toEqual([false, true]);
    expect([refuse(body), refuse(body), parameters.streams]).toEqual([true, false, false]);
    expect([names(), parameters.asksForUsage]).toEqual([['max_tokens'], false]);
  });

  it.each([
    ['`max_tokens` must be less than or equal to `2048`, which may be less than the `context_window`.', 2_048],
    ['Invalid max_tokens value, the valid range of max_tokens is [1, 2048]', 2_048],
    ['max_tokens: 4196 > 2048, which is the maximum allowed number of output tokens', 2_048],
    ["This model's maximum context length is 4096 tokens and your request has 1200 input tokens.", 2_896],
    [
      'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 1200 `inputs` tokens and 4196 `max_new_tokens`',
      2_896,
    ],
    ['`max_new_tokens` must be <= 2048. Given: 4196', 2_048],
    ['The supported range of maxOutputTokens is from 1 (inclusive) to 2049 (exclusive).', 2_049],
    ['Requests with max_tokens > 2048 are refused.', 2_048],
    ['too many tokens: max tokens must be less than or equal to 2048', 2_048],
    [
      "This model's maximum context length is 4096 tokens. However, you requested 4596 tokens (400 in the messages, 4196 in the completion).",
      3_696,
    ],
  ])('lowers the limit to the maximum in "%s"', (message, maximum) => {
    const { parameters, refuse } = setUp('qwen3');
    expect(refuse({ error: { message } })).toBe(true);
    expect(parameters.fields(100)).toMatchObject({ max_tokens: maximum });
  });

  it('adapts after a 5xx only when the message rejects a parameter or a role', () => {
    const { parameters } = setUp('m', { temperature: 0.7 });
    const adapt = (message: string) => parameters.adapt(parameters.variant, JSON.stringify({ error: message }), false);
    expect(adapt('The temperature of the GPU is too high.')).toBe(false);
    expect(adapt('Bad gateway: unexpected end of stream')).toBe(false);
    expect(adapt('Unexpected error while streaming')).toBe(false);
    expect(adapt('Unsupported parameter: temperature')).toBe(true);
    expect(adapt('Jinja Exception: Conversation roles must alternate user/assistant')).toBe(true);
  });

  it('lowers the limit when its value is rejected', () => {
    const { parameters, refuse } = setUp('qwen3');
    expect(
      refuse({
        error: {
          param: 'max_tokens',
          message: 'max_tokens is too large: 4196. This model supports at most 2048 completion tokens.',
          code: 'invalid_value',
        },
      }),
    ).toBe(true);
    expect(parameters.fields(100)).toMatchObject({ max_tokens: 2_048 });
    expect(parameters.adapted).toEqual({ max_tokens: 'at most 2048' });
  });

  it('does not adapt to other rejections, even if they repeat the same words', () => {
    const { refuse, parameters } = setUp('m', { temperature: 0.7 });
    const bodies = [
      '',
      'Bad Request',
      {
        error: {
          message: "This model's maximum context length is 4096 tokens; reduce max_tokens.",
          code: 'context_length_exceeded',
        },
      },
      {
        error: {
          message:
            "This model's maximum context length is 4096 tokens. However, you requested 4296 tokens (4000 in the messages, 296 in the completion).",
        },
      },
      { error: { message: 'model not found', param: 'model' } },
      { detail: [{ loc: ['body', 'messages'], msg: 'wrong', input: { temperature: 'max_tokens' } }] },
    ];
    expect(bodies.map((body) => refuse(body))).toEqual(bodies.map(() => false));
    expect(parameters.adapted).toEqual({});
  });

  it('repeats a request that was built before another one caused an adaptation', () => {
    const { parameters, refuse } = setUp('m');
    const before = parameters.variant;
    const body = openAiError('max_tokens', 'Unsupported parameter');
    expect([refuse(body, before), refuse(body, before), parameters.variant]).toEqual([true, true, before + 1]);
  });

  it('adds room for reasoning, twice as much each time, up to a bound', () => {
    const { parameters } = setUp('m');
    const limits = Array.from({ length: 6 }, () => [
      parameters.addReasoningRoom(parameters.variant),
      parameters.reasoningRoom,
    ]);
    expect(limits).toEqual([
      [true, 2_048],
      [true, 4_096],
      [true, 8_192],
      [true, 16_384],
      [false, 16_384],
      [false, 16_384],
    ]);
  });

  it('reports a configured parameter that the profile omits', () => {
    const { notes, names } = setUp('o4-mini', { temperature: 0.7 });
    expect([notes, names().includes('temperature')]).toEqual([['temperature: omitted'], false]);
  });
});
