import { describe, expect, it } from '@jest/globals';
import { refusal, refusalIn } from './refusal.js';

describe('refusal', () => {
  it.each([
    [302, 'llm.invalid_response', false],
    [400, 'llm.rejected', true],
    [401, 'llm.unauthorized', true],
    [403, 'llm.unauthorized', true],
    [404, 'llm.rejected', true],
    [408, 'llm.unavailable', false],
    [409, 'llm.unavailable', false],
    [413, 'llm.rejected', true],
    [422, 'llm.rejected', true],
    [429, 'llm.rate_limited', false],
    [500, 'llm.unavailable', false],
    [529, 'llm.unavailable', false],
  ])('%i is %s', (status, code, final) => {
    expect(refusal(status, {}, '')).toMatchObject({ code, final, sent: true });
  });

  it('keeps Retry-After', () => {
    expect(refusal(429, { 'retry-after': '3' }, '').retryAfterMs).toBe(3_000);
  });

  it('is final for an exhausted quota and for x-should-retry: false', () => {
    expect(refusal(429, {}, '{"error":{"code":"insufficient_quota"}}').final).toBe(true);
    expect(refusal(500, { 'x-should-retry': 'false' }, '').final).toBe(true);
  });

  it('contains no text of the upstream', () => {
    const body = '{"error":{"message":"Incorrect API key provided: sk-secret"}}';
    const errors = [refusal(401, {}, body), refusalIn(JSON.parse(body)), refusal(500, {}, '<html>sk-secret')];
    for (const error of errors)
      expect(`${JSON.stringify(error)}${error.stack}${String(error.cause)}`).not.toContain('sk-');
  });

  it.each([
    [400, { code: 'content_filter', param: 'prompt' }, 'llm.filtered'],
    [400, { code: null, innererror: { code: 'ResponsibleAIPolicyViolation' } }, 'llm.filtered'],
    [400, { code: 'invalid_prompt' }, 'llm.filtered'],
    [400, { message: 'Content Exists Risk', code: 'invalid_request_error' }, 'llm.filtered'],
    [400, { message: 'litellm.ContentPolicyViolationError: …', code: '400' }, 'llm.filtered'],
    [403, { code: 403, message: 'm requires moderation', metadata: { flagged_input: 'x' } }, 'llm.filtered'],
    [403, { code: 403, message: 'Key limit exceeded' }, 'llm.unauthorized'],
    [500, { code: 'content_filter' }, 'llm.unavailable'],
  ])('%i with %j is %s', (status, error, code) => {
    expect(refusal(status, {}, JSON.stringify({ error })).code).toBe(code);
  });

  it.each([
    [{ code: 'rate_limit_exceeded' }, 'llm.rate_limited', false],
    [{ code: 'insufficient_quota' }, 'llm.rate_limited', true],
    [{ code: 401 }, 'llm.unauthorized', true],
    [{ code: '429', type: 'None' }, 'llm.rate_limited', false],
    [{ code: 17 }, 'llm.unavailable', false],
    [{ type: 'invalid_request_error', code: null }, 'llm.rejected', true],
    [{ type: 'exceed_context_size_error', code: 400 }, 'llm.rejected', true],
    [{ type: 'overloaded_error' }, 'llm.unavailable', false],
    [{ message: 'a snake' }, 'llm.unavailable', false],
    ['overloaded', 'llm.unavailable', false],
  ])('inside a stream %j is %s', (error, code, final) => {
    expect(refusalIn(error)).toMatchObject({ code, final });
    expect(refusalIn(error).message).not.toContain('snake');
  });

  it.each([
    [503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }, true],
    [503, { error: 'Model m is currently loading', estimated_time: 20 }, true],
    [503, { error: { message: 'Failed loading model' } }, false],
    [503, { error: { message: 'Overloaded' } }, false],
    [500, { error: { message: 'Loading model' } }, false],
  ])('%i with %j: loading %s', (status, body, loading) => {
    expect(refusal(status, {}, JSON.stringify(body))).toMatchObject({ code: 'llm.unavailable', loading });
  });
});
