import { describe, expect, it } from '@jest/globals';
import type { ReadingsConfig } from '@app/config';
import { IdempotencyKeys } from './idempotency-keys.js';

const request = { tenant: 'web', key: 'order-66', fingerprint: 'a dream' };
const keys = () => new IdempotencyKeys({ resumeTtlSeconds: 300, timeoutMs: 120_000 } as ReadingsConfig);

/** Counts started readings; their ids are 1, 2, 3 … */
function starter() {
  let started = 0;
  const start = async () => {
    const id = String(++started);
    await new Promise((resolve) => setImmediate(resolve));
    return { id };
  };
  return { start, started: () => started };
}

describe('IdempotencyKeys', () => {
  it('starts exactly one of many concurrent claims', async () => {
    const { start, started } = starter();
    const known = keys();
    const claims = await Promise.all(Array.from({ length: 10 }, () => known.claim(request, start)));
    expect(started()).toBe(1);
    expect(claims.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, () => '1'));
    expect(claims.filter((claim) => claim.started)).toHaveLength(1);
  });

  it('starts exactly one again once the reading can no longer be resumed', async () => {
    const { start, started } = starter();
    const known = keys();
    await known.claim(request, start);
    const again = async () => {
      const { id } = await known.claim(request, start);
      if (id !== '1') return id;
      await known.forget(request, id);
      return (await known.claim(request, start)).id;
    };
    expect(await Promise.all(Array.from({ length: 10 }, again))).toEqual(Array.from({ length: 10 }, () => '2'));
    expect(started()).toBe(2);
  });

  it('starts a waiting claim when the first reading does not begin', async () => {
    const { start } = starter();
    const known = keys();
    const failing = known.claim(request, () => Promise.reject(new Error('not ready')));
    const waiting = known.claim(request, start);
    await expect(failing).rejects.toThrow('not ready');
    expect((await waiting).started).toEqual({ id: '1' });
  });

  it('rejects another request with the same key', async () => {
    const { start } = starter();
    const known = keys();
    await known.claim(request, start);
    await expect(known.claim({ ...request, fingerprint: 'another' }, start)).rejects.toMatchObject({
      code: 'idempotency.mismatch',
    });
  });
});
