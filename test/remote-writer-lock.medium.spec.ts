import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '@lancedb/lancedb';
import { KnowledgeBusyError } from '@app/knowledge/processes';
import { RemoteWriterLock } from '../libs/knowledge/src/store/remote-writer-lock.js';
import { ObjectStore } from './ops/object-store.js';

describe('RemoteWriterLock', () => {
  let store: ObjectStore;

  beforeEach(async () => {
    store = await ObjectStore.start();
  });
  afterEach(() => store.stop());

  /** One connection for each process of a fleet. */
  const connection = (): Promise<Connection> => {
    const { AWS_ENDPOINT, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = store.variables;
    return connect('s3://bucket/tables', {
      storageOptions: {
        endpoint: AWS_ENDPOINT!,
        region: AWS_REGION!,
        accessKeyId: AWS_ACCESS_KEY_ID!,
        secretAccessKey: AWS_SECRET_ACCESS_KEY!,
        allowHttp: 'true',
      },
    });
  };
  const acquire = async () => RemoteWriterLock.acquire(await connection());
  /** Leaves the lock of another process. */
  const leave = async (holder: { readonly pid?: number; readonly host?: string }, silentMs = 0) => {
    const row = {
      holder: JSON.stringify({ pid: 1, host: hostname(), born: '', token: 'other', ...holder }),
      beatAt: Date.now() - silentMs,
    };
    await (await connection()).createTable('writer-lock-1', [row]);
  };

  it('rejects a second writer at once and admits it afterwards', async () => {
    const first = await acquire();
    await expect(acquire()).rejects.toThrow(KnowledgeBusyError);
    expect(await first.isHeld()).toBe(true);
    await first.release();
    const second = await acquire();
    expect(await second.isHeld()).toBe(true);
    await second.release();
    expect(await (await connection()).tableNames()).toEqual([]);
  });

  it('admits exactly one of several at the same time', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 4 }, acquire));
    const locks = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(locks).toHaveLength(1);
    expect(await locks[0]?.isHeld()).toBe(true);
    for (const attempt of tries)
      if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(KnowledgeBusyError);
    await locks[0]?.release();
    const next = await acquire();
    await next.release();
  });

  it.each([
    ['of a process of this machine that has ended', () => leave({ pid: spawnSync(process.execPath, ['-e', '']).pid })],
    ['of a machine that has been silent', () => leave({ host: 'elsewhere' }, 60_000)],
  ])('takes over the lock %s', async (_, leaveDead) => {
    await leaveDead();
    const lock = await acquire();
    expect(await lock.isHeld()).toBe(true);
    await expect(acquire()).rejects.toThrow(KnowledgeBusyError);
    await lock.release();
    expect(await (await connection()).tableNames()).toEqual([]);
  });

  it('respects the lock of a machine that is at work', async () => {
    await leave({ host: 'elsewhere' });
    await expect(acquire()).rejects.toThrow(/process 1 on elsewhere/);
  });
});
