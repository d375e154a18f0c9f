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

  it('knows how long to wait', () => {
    expect(refusal(429, { 'retry-after': '3' }, '').retryAfterMs).toBe(3_000);
  });

  it('does not wait for money, nor where it is told not to try again', () => {
    expect(refusal(429, {}, '{"error":{"code":"insufficient_quota"}}').final).toBe(true);
    expect(refusal(500, { 'x-should-retry': 'false' }, '').final).toBe(true);
  });

  it('keeps every word of the upstream to itself', () => {
    const body = '{"error":{"message":"Incorrect API key provided: sk-secret"}}';
    const errors = [refusal(401, {}, body), refusalIn(JSON.parse(body)), refusal(500, {}, '<html>sk-secret')];
    for (const error of errors)
      expect(`${JSON.stringify(error)}${error.stack}${String(error.cause)}`).not.toContain('sk-');
  });
});
