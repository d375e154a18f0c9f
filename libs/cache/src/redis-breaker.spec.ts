import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisBreaker } from './redis-breaker.js';
import type { RedisProblem } from './redis-refusal.js';

describe('RedisBreaker', () => {
  let answers: boolean;
  let probes: number;
  let resets: number;
  let changes: string[];
  let problem: RedisProblem;
  let breaker: RedisBreaker;

  beforeEach(() => {
    answers = true;
    problem = 'unreachable';
    probes = resets = 0;
    changes = [];
    breaker = new RedisBreaker({
      probe: async () => {
        probes++;
        if (!answers) throw new Error('away');
      },
      // Probes are triggered by the test.
      probeEveryMs: 3_600_000,
      probesBeforeReset: 5,
      reset: () => resets++,
      problemOf: () => problem,
      onChange: (reason, first) => changes.push(`${reason ?? 'up'}${first ? ' first' : ''}`),
    });
  });
  afterEach(() => breaker.stop());

  it('is open until a probe succeeds', async () => {
    expect(breaker.up).toBe(false);
    await breaker.probe();
    expect(breaker.up).toBe(true);
    expect(changes).toEqual(['up first']);
  });

  it('opens after three consecutive failures, not after three in total', async () => {
    await breaker.probe();
    for (const outcome of ['failed', 'failed', 'succeeded', 'failed', 'failed'] as const) breaker[outcome]();
    expect(breaker.up).toBe(true);
    breaker.failed();
    expect(breaker.up).toBe(false);
  });

  it('reports each change once, however many commands fail', async () => {
    await breaker.probe();
    for (let failures = 0; failures < 50; failures++) breaker.failed();
    breaker.open('unreachable');
    answers = false;
    await breaker.probe();
    answers = true;
    await breaker.probe();
    await breaker.probe();
    expect(changes).toEqual(['up first', 'unreachable', 'up']);
  });

  it('reports that Redis was unavailable from the start', async () => {
    answers = false;
    await breaker.probe();
    expect(changes).toEqual(['unreachable first']);
  });

  it('runs one probe at a time and none while closed', async () => {
    await Promise.all([breaker.probe(), breaker.probe(), breaker.probe()]);
    expect(probes).toBe(1);
    await breaker.probe();
    expect(probes).toBe(1);
  });

  it('replaces a connection that never answers', async () => {
    answers = false;
    for (let probe = 0; probe < 10; probe++) await breaker.probe();
    expect(resets).toBe(2);
  });

  it('reports a refusal once, also when every reconnection fails', async () => {
    answers = false;
    problem = 'unauthorized';
    for (let round = 0; round < 20; round++) {
      breaker.open('unreachable');
      await breaker.probe();
    }
    expect(changes).toEqual(['unreachable first', 'unauthorized']);
    expect([breaker.up, breaker.problem]).toEqual([false, 'unauthorized']);
  });

  it('replaces the connection to a read-only replica at once', async () => {
    await breaker.probe();
    breaker.open('read_only');
    breaker.open('read_only');
    expect([resets, changes]).toEqual([1, ['up first', 'read_only']]);
  });
});
