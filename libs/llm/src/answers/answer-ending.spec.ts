import { describe, expect, it } from '@jest/globals';
import { endingOf, isNoReason, isTokenLimit } from './answer-ending.js';

describe('endingOf', () => {
  it.each([
    ['stop', 'stop'],
    ['STOP', 'stop'],
    ['eosFound', 'stop'],
    ['normal', 'stop'],
    ['content_filter: RECITATION', 'llm.filtered'],
    ['guardrail_intervened', 'llm.filtered'],
    ['refusal', 'llm.refused'],
    ['error', 'llm.unavailable'],
    ['network_error', 'llm.unavailable'],
    ['length', 'llm.incomplete'],
    ['tool_calls', 'llm.incomplete'],
    ['model_context_window_exceeded', 'llm.incomplete'],
    ['another reason', 'llm.incomplete'],
  ])('%s is %s', (reason, ending) => {
    expect(endingOf(reason)).toBe(ending);
  });
});

describe('isTokenLimit', () => {
  it.each(['length', 'max_tokens', 'MAX_TOKENS', 'max_output_tokens', 'model_length'])('is true for %s', (reason) => {
    expect(isTokenLimit(reason)).toBe(true);
  });

  it.each(['stop', 'eos_token', 'tool_calls', 'content_filter', 'model_context_window_exceeded'])(
    'is false for %s',
    (reason) => {
      expect(isTokenLimit(reason)).toBe(false);
    },
  );
});

describe('isNoReason', () => {
  it.each(['', ' ', 'null', 'None', 'FINISH_REASON_UNSPECIFIED'])('is true for "%s"', (reason) => {
    expect(isNoReason(reason)).toBe(true);
  });
});
