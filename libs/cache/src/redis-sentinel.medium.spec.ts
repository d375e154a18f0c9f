import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { freePort } from '../../../test/harness/free-port.js';
import { withRedis } from '../../../test/harness/with-redis.js';
import { RedisClient } from './redis.client.js';
import { RedisServer } from './testing/redis-server.js';

const PRIMARY = 'readings';

withRedis('RedisClient behind Sentinel', () => {
  let folder: string;
  let primary: RedisServer;
  let replica: RedisServer;
  let sentinel: ChildProcess;
  let client: RedisClient;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    folder = await mkdtemp(join(tmpdir(), 'sentinel-'));
    primary = await RedisServer.start();
    replica = await RedisServer.start(['--replicaof', '127.0.0.1', String(primary.port)]);
    const port = await freePort();
    const config = [
      `port ${port}`,
      'bind 127.0.0.1',
      `sentinel monitor ${PRIMARY} 127.0.0.1 ${primary.port} 1`,
      `sentinel down-after-milliseconds ${PRIMARY} 500`,
      `sentinel failover-timeout ${PRIMARY} 3000`,
    ];
    await writeFile(join(folder, 'sentinel.conf'), `${config.join('\n')}\n`);
    sentinel = spawn('redis-server', [join(folder, 'sentinel.conf'), '--sentinel'], { cwd: folder, stdio: 'ignore' });
    client = new RedisClient({
      url: `redis+sentinel://127.0.0.1:${port}/${PRIMARY}`,
      commandTimeoutMs: 1_000,
    });
  });
  afterEach(async () => {
    client.onModuleDestroy();
    const exited = once(sentinel, 'exit');
    sentinel.kill('SIGKILL');
    await exited;
    await Promise.all([primary.kill(), replica.kill()]);
    await rm(folder, { recursive: true, force: true });
    Logger.overrideLogger(['error']);
  });

  /** Port of the server that answers; undefined as long as none can be written to. */
  const writablePort = async (): Promise<number | undefined> => {
    try {
      await client.run((redis) => redis.set('written', '1'));
      return await client.run(async (redis) => Number(/tcp_port:(\d+)/.exec(await redis.info('server'))?.[1]));
    } catch {
      return undefined;
    }
  };
  const until = async (port: number) => {
    while ((await writablePort()) !== port) await delay(50);
  };

  it('finds the primary, and the new one after a failover', async () => {
    await until(primary.port);
    // Sentinel learns of replicas from the primary, every ten seconds or at its first contact.
    await delay(2_000);
    await primary.kill();
    await until(replica.port);
    expect(client.problem).toBeUndefined();
  });
});
