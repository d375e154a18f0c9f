import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { waitUntil } from '../../../test/harness/wait-until.js';
import { withRedis } from '../../../test/harness/with-redis.js';
import { RedisClient } from './redis.client.js';
import type { RedisRefusal } from './redis-refusal.js';
import { RedisUnavailableError } from './redis-unavailable.error.js';
import { RedisServer } from './testing/redis-server.js';

const PASSWORD = 'p@s#s/w%rd+=:x';
const encoded = encodeURIComponent(PASSWORD);

/** Forwards new connections to the current target; existing connections stay with theirs, as after a DNS change. */
class SwitchingProxy {
  target = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => {
    const server = connect(this.target, '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket.on('error', () => {}));
      socket.on('close', () => [client, server].forEach((one) => one.destroy()));
    }
    client.pipe(server).pipe(client);
  });

  async start(): Promise<number> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

withRedis('RedisClient and error replies', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const clean of cleanUp.splice(0).toReversed()) await clean();
  });

  const startRedis = async (options: readonly string[] = []) => {
    const server = await RedisServer.start(options);
    cleanUp.push(() => server.kill());
    return server;
  };
  const adminOf = (server: RedisServer) => {
    const redis = new Redis(server.url);
    cleanUp.push(() => redis.disconnect());
    return redis;
  };
  const clientOf = (url: string) => {
    const lines: string[] = [];
    for (const level of ['log', 'warn'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation((line: unknown) => void lines.push(String(line)));
    const refusals: RedisRefusal[] = [];
    const onRefusal = (reason: RedisRefusal) => void refusals.push(reason);
    const client = new RedisClient({ url, commandTimeoutMs: 500, probeEveryMs: 50, onRefusal });
    cleanUp.push(() => client.onModuleDestroy());
    return { client, lines, refusals };
  };
  const write = (client: RedisClient) => client.run((redis) => redis.set('k', 'v'.repeat(1_000)));

  it('READONLY after a failover: reconnects and writes to the new primary', async () => {
    const [former, next] = [await startRedis(), await startRedis()];
    const proxy = new SwitchingProxy();
    proxy.target = former.port;
    const port = await proxy.start();
    cleanUp.push(() => proxy.stop());
    const { client, lines } = clientOf(`redis://127.0.0.1:${port}`);
    const subscriber = client.connection();
    await subscriber.subscribe('news');
    await waitUntil(() => client.available);
    lines.length = 0;
    await adminOf(former).replicaof('127.0.0.1', next.port);
    proxy.target = next.port;
    await expect(write(client)).rejects.toThrow(RedisUnavailableError);
    expect(client.problem).toBe('read_only');
    await waitUntil(() => client.available);
    await write(client);
    const inNext = adminOf(next);
    expect(await inNext.exists('k')).toBe(1);
    await waitUntil(async () => (await inNext.pubsub('NUMSUB', 'news'))[1] === 1);
    expect(lines).toEqual([
      expect.stringContaining('upstream=redis, reason=read_only'),
      'Circuit breaker closed (upstream=redis)',
    ]);
  });

  it('OOM: stops writing, logs once and resumes when memory is free', async () => {
    const server = await startRedis(['--maxmemory-policy', 'noeviction']);
    const admin = adminOf(server);
    const { client, lines, refusals } = clientOf(server.url);
    await waitUntil(() => client.available);
    lines.length = 0;
    await admin.config('SET', 'maxmemory', '1');
    await expect(write(client)).rejects.toThrow(RedisUnavailableError);
    expect(client.problem).toBe('out_of_memory');
    for (let n = 0; n < 500; n++) await write(client).catch(() => {});
    await delay(300);
    expect(refusals.length).toBeLessThan(20);
    await admin.config('SET', 'maxmemory', '0');
    await waitUntil(() => client.available);
    await write(client);
    expect(lines).toEqual([
      expect.stringMatching(/reason=out_of_memory.*maxmemory/),
      'Circuit breaker closed (upstream=redis)',
    ]);
  });

  it('a wrong password: reports unauthorized, and logs neither the password nor every attempt', async () => {
    const server = await startRedis();
    await adminOf(server).config('SET', 'requirepass', PASSWORD);
    const { client, lines } = clientOf(`redis://:not-it-${encoded}@127.0.0.1:${server.port}`);
    await waitUntil(() => client.problem === 'unauthorized');
    await delay(1_000);
    expect(client.problem).toBe('unauthorized');
    expect(lines.at(-1)).toMatch(/reason=unauthorized.*REDIS_URL/);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.join()).not.toContain('not-it');
  });

  it.each([
    ['no password', ''],
    ['a wrong user', `other:${encoded}@`],
  ])('%s: reports unauthorized', async (_, login) => {
    const server = await startRedis();
    await adminOf(server).config('SET', 'requirepass', PASSWORD);
    const { client } = clientOf(`redis://${login}127.0.0.1:${server.port}`);
    await waitUntil(() => client.problem === 'unauthorized');
  });

  it.each([
    ['without a user', `:${encoded}@`],
    ['with a user', `default:${encoded}@`],
    ['with + and = as they are', `:${encoded.replace('%2B', '+').replace('%3D', '=')}@`],
  ])('connects with a password %s', async (_, login) => {
    const server = await startRedis();
    await adminOf(server).config('SET', 'requirepass', PASSWORD);
    const { client } = clientOf(`redis://${login}127.0.0.1:${server.port}`);
    await waitUntil(() => client.available);
    expect(await write(client)).toBe('OK');
  });

  it('connects over a Unix socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redis-socket-'));
    cleanUp.push(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'redis.sock');
    const server = await startRedis(['--unixsocket', path]);
    await adminOf(server).config('SET', 'requirepass', PASSWORD);
    const { client } = clientOf(`unix://:${encoded}@${path}?db=3`);
    await waitUntil(() => client.available);
    await write(client);
    expect(await client.run((redis) => redis.client('INFO'))).toMatch(/ db=3 /);
  });

  it('rediss:// to a server without TLS: reports tls', async () => {
    const plain = createServer((socket) => void socket.on('data', () => socket.end('-ERR unknown command\r\n')));
    await once(plain.listen(0, '127.0.0.1'), 'listening');
    cleanUp.push(() => plain.close());
    const { client, lines } = clientOf(`rediss://127.0.0.1:${(plain.address() as AddressInfo).port}`);
    await waitUntil(() => client.problem === 'tls');
    expect(lines.at(-1)).toMatch(/reason=tls.*rediss/);
  });

  it('too many clients: reports loading, and connects when there are fewer', async () => {
    const server = await startRedis();
    const admin = adminOf(server);
    await admin.config('SET', 'maxclients', 1);
    const { client } = clientOf(server.url);
    await waitUntil(() => client.problem === 'loading');
    await admin.config('SET', 'maxclients', 10);
    await waitUntil(() => client.available);
  });

  it('MASTERDOWN: reports loading', async () => {
    const server = await startRedis(['--replica-serve-stale-data', 'no', '--replica-read-only', 'no']);
    const { client } = clientOf(server.url);
    await waitUntil(() => client.available);
    await adminOf(server).replicaof('127.0.0.1', 1);
    await expect(write(client)).rejects.toThrow(RedisUnavailableError);
    expect(client.problem).toBe('loading');
  });

  it('a user without write permission: reports unauthorized', async () => {
    const server = await startRedis();
    await adminOf(server).acl('SETUSER', 'reader', 'on', `>${PASSWORD}`, '~*', '+@read', '+@connection');
    const { client } = clientOf(`redis://reader:${encoded}@127.0.0.1:${server.port}`);
    await waitUntil(() => client.problem === 'unauthorized');
  });

  it('a cluster node: reports cluster', async () => {
    const server = await startRedis([
      '--cluster-enabled',
      'yes',
      '--cluster-config-file',
      `/tmp/nodes-${process.pid}.conf`,
    ]);
    const { client } = clientOf(server.url);
    await waitUntil(() => client.problem === 'cluster');
  });
});
