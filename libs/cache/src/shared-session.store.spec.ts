import { describe, expect, it } from '@jest/globals';
import { CacheMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { SessionTooLargeError } from './session.store.js';
import { SharedSessionStore } from './shared-session.store.js';

const store = () => new SharedSessionStore(new CacheMetrics(recordingRegistry()), 1_000_000);

describe('SharedSessionStore in memory', () => {
  it('opens, reads, replaces and closes', async () => {
    const sessions = store();
    const id = await sessions.open('alice', { step: 1 });
    expect(await sessions.read('alice', id)).toEqual({ step: 1 });
    await sessions.write('alice', id, { step: 2 });
    expect(await sessions.read('alice', id)).toEqual({ step: 2 });
    await sessions.close('alice', id);
    expect(await sessions.read('alice', id)).toBeUndefined();
  });

  it('is valid for its owner only, however owner and id are split', async () => {
    const sessions = store();
    const id = await sessions.open('alice', { secret: true });
    expect(await sessions.read('bob', id)).toBeUndefined();
    await sessions.write('a', 'b\0c', { secret: true });
    expect(await sessions.read('a\0b', 'c')).toBeUndefined();
  });

  it('creates long random ids that do not repeat', async () => {
    const sessions = store();
    const ids = await Promise.all(Array.from({ length: 500 }, () => sessions.open('alice', {})));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[\w-]{24}$/);
  });

  it('returns copies', async () => {
    const sessions = store();
    const value = { list: [1] };
    const id = await sessions.open('alice', value);
    value.list.push(2);
    expect(await sessions.read('alice', id)).toEqual({ list: [1] });
  });

  it('rejects a value that is too large', async () => {
    await expect(store().open('alice', { text: '가'.repeat(100_000) })).rejects.toThrow(SessionTooLargeError);
  });
});
