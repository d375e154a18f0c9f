import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisBreaker } from './redis-breaker.js';

describe('RedisBreaker', () => {
  let answers: boolean;
  let probes: number;
  let resets: number;
  let changes: string[];
  let breaker: RedisBreaker;

  beforeEach(() => {
    answers = true;
    probes = resets = 0;
    changes = [];
    breaker = new RedisBreaker({
      probe: async () => {
        probes++;
        if (!answers) throw new Error('away');
      },
      // Probed by hand.
      probeEveryMs: 3_600_000,
      probesBeforeReset: 5,
      reset: () => resets++,
      onChange: (up, first) => changes.push(`${up ? 'up' : 'down'}${first ? ' first' : ''}`),
    });
  });
  afterEach(() => breaker.stop());

  it('is down until a probe says otherwise', async () => {
    expect(breaker.up).toBe(false);
    await breaker.probe();
    expect(breaker.up).toBe(true);
    expect(changes).toEqual(['up first']);
  });

  it('goes down after three failures in a row, not after three in all', async () => {
    await breaker.probe();
    for (const outcome of ['failed', 'failed', 'succeeded', 'failed', 'failed'] as const) breaker[outcome]();
    expect(breaker.up).toBe(true);
    breaker.failed();
    expect(breaker.up).toBe(false);
  });

  it('says each change once, however many commands fail', async () => {
    await breaker.probe();
    for (let failures = 0; failures < 50; failures++) breaker.failed();
    breaker.lost();
    answers = false;
    await breaker.probe();
    answers = true;
    await breaker.probe();
    await breaker.probe();
    expect(changes).toEqual(['up first', 'down', 'up']);
  });

  it('says that Redis was away from the beginning', async () => {
    answers = false;
    await breaker.probe();
    expect(changes).toEqual(['down first']);
  });

  it('asks one probe at a time and none while up', async () => {
    await Promise.all([breaker.probe(), breaker.probe(), breaker.probe()]);
    expect(probes).toBe(1);
    await breaker.probe();
    expect(probes).toBe(1);
  });

  it('gives a connection up that never answers', async () => {
    answers = false;
    for (let probe = 0; probe < 10; probe++) await breaker.probe();
    expect(resets).toBe(2);
  });
});
