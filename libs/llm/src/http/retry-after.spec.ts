import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0' }, 250],
    [{ 'retry-after': '-5' }, 250],
    [{ 'retry-after': '86400' }, 30_000],
    [{ 'retry-after': '1e308' }, 30_000],
    [{ 'retry-after': 'Thu, 01 Jan 2099 00:00:00 GMT' }, 30_000],
    [{ 'retry-after-ms': '10' }, 250],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
    [{ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 250],
    [{ 'retry-after': '20s' }, 20_000],
    [{ 'retry-after': '1m30s' }, 30_000],
    [{ 'retry-after': '700ms' }, 700],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after-ms': 'x', 'retry-after': '2' }, 2_000],
    [{}, undefined],
  ])('%j is %s ms', (headers: Record<string, string>, expected) => {
    expect(retryAfterMs(headers, '', NOW)).toBe(expected);
  });

  it.each([
    ['{"error":{"message":"Rate limit reached. Please try again in 1.2s. Visit …"}}', 1_200],
    ['{"error":{"message":"Please try again in 6m0s."}}', 30_000],
    ['[{"error":{"code":429,"details":[{"@type":"…RetryInfo","retryDelay":"19s"}]}}]', 19_000],
    ['{"error":"Model m is currently loading","estimated_time":20.5}', 20_500],
    ['{"error":{"message":"Slow down."}}', undefined],
  ])('reads the wait in the body %s', (body, expected) => {
    expect(retryAfterMs({}, body)).toBe(expected);
    expect(retryAfterMs({ 'retry-after': '3' }, body)).toBe(3_000);
  });
});
