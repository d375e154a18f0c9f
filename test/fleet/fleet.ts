import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisServer } from '@app/cache/testing';
import { ScriptableUpstream } from '../harness/index.js';
import { ObjectStore } from '../ops/object-store.js';
import { FleetProcess } from './fleet-process.js';
import { runCommand } from './run-command.js';
import { NginxProcess } from './nginx-process.js';

export const LOAD_KEY = 'key-of-the-load';
export const LIMITED_KEY = 'key-of-the-limited-client';
export const REQUESTS_PER_MINUTE = 10;

/** About four seconds per section. */
const ANSWER = 'ok?tokens=100&delay=40';

/** Two replicas behind nginx with a shared Redis, object store, model server and language model. */
export class Fleet {
  private constructor(
    readonly redis: RedisServer,
    readonly store: ObjectStore,
    readonly upstream: ScriptableUpstream,
    readonly modelServer: FleetProcess,
    readonly replicas: readonly [FleetProcess, FleetProcess],
    readonly nginx: NginxProcess,
    /** Variables of the replicas and of the operator's commands. */
    readonly variables: Readonly<Record<string, string>>,
    readonly folder: string,
  ) {}

  static async start(): Promise<Fleet> {
    const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
    const [redis, store] = [await RedisServer.start(), await ObjectStore.start()];
    const upstream = await new ScriptableUpstream({ mode: ANSWER, recordBodies: false }).start();
    const modelServer = await FleetProcess.create('model server', 'model-server/src/main.js', {
      DATA_DIR: join(folder, 'model-server'),
      LOG_LEVEL: 'warn',
    });
    await modelServer.start();
    const variables = {
      ...store.variables,
      LANCEDB_URI: 's3://readings/tables',
      EMBEDDINGS_URL: `${modelServer.url}/v1`,
    };
    // The first ingestion copies the pack's tables of `npm run build:tables` to the bucket.
    const code = await runCommand(['ingest', 'README.md', '-c', 'manual'], { ...variables, DATA_DIR: folder });
    if (code !== 0) throw new Error(`the first ingestion ended with ${code}`);
    const replica = (name: string) =>
      FleetProcess.create(name, 'api/src/main.js', {
        ...variables,
        DATA_DIR: join(folder, name),
        REDIS_URL: redis.url,
        OPENAI_BASE_URL: upstream.url,
        OPENAI_API_KEY: 'key',
        API_KEYS: apiKeys(),
        TRUSTED_PROXIES: '127.0.0.1',
        DRAIN_DELAY_MS: '2000',
        DRAIN_TIMEOUT_MS: '15000',
        LOG_LEVEL: 'warn',
      });
    const replicas = [await replica('a'), await replica('b')] as const;
    await Promise.all(replicas.map((one) => one.start()));
    const nginx = await NginxProcess.start(replicas.map(({ host }) => host));
    return new Fleet(redis, store, upstream, modelServer, replicas, nginx, variables, folder);
  }

  async stop(): Promise<void> {
    await this.nginx.stop();
    await Promise.all([...this.replicas, this.modelServer].map((one) => one.end('SIGKILL')));
    await Promise.all([this.redis.kill(), this.store.stop(), this.upstream.stop()]);
    await rm(this.folder, { recursive: true, force: true });
  }
}

const apiKeys = () =>
  JSON.stringify({
    keys: [
      { name: 'load', sha256: hash('sha256', LOAD_KEY) },
      { name: 'limited', sha256: hash('sha256', LIMITED_KEY), limits: { requestsPerMinute: REQUESTS_PER_MINUTE } },
    ],
  });
