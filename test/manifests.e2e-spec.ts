import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type Started,
  composeService,
  flyMachine,
  helmManifests,
  kubernetesContainer,
  kubernetesManifests,
  onThisMachine,
} from './ops/manifest-environments.js';
import { waitUntil } from './harness/wait-until.js';

// Processes take many seconds to start on a busy machine.
jest.setTimeout(180_000);

const KEY = 'key-of-a-client';
const secrets = {
  env: {
    OPENAI_API_KEY: 'sk-not-used',
    ADMIN_KEY: 'the key of the administrators',
    REDIS_URL: 'redis://redis.invalid:6379',
  },
  apiKeys: JSON.stringify({ keys: [{ name: 'web', sha256: hash('sha256', KEY) }] }),
};
/** No server listens there: a process must also start while its neighbours are starting. */
const hosts = Object.fromEntries(
  ['redis:6379', 'reading-server-redis:6379', 'readings-redis:6379', 'redis.invalid:6379'].map((one) => [
    one,
    '127.0.0.1:1',
  ]),
);
const neighbours = {
  ...hosts,
  ...Object.fromEntries(
    ['model-server:3000', 'reading-server-model-server:3000', 'readings-model-server:3000'].map((one) => [
      one,
      '127.0.0.1:1',
    ]),
  ),
};

describe('the compiled servers with the environment of each manifest', () => {
  let folder: string;
  let child: ChildProcess | undefined;
  let output: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manifest-'));
  });
  afterEach(async () => {
    if (child && child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    child = undefined;
    await rm(folder, { recursive: true });
  });

  /** Starts the process and returns its address once it answers probes. */
  async function start(started: Started): Promise<string> {
    const env = { PATH: process.env['PATH'] ?? '', ...onThisMachine(started, { folder, hosts: neighbours }) };
    const own = spawn(process.execPath, ['--import', './test/ops/print-address.js', started.command], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = own;
    output = [];
    let address: string | undefined;
    for (const stream of [own.stdout, own.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        address ??= /^listening (\S+)$/.exec(line)?.[1];
      });
    await waitUntil(() => {
      if (own.exitCode !== null) throw new Error(`exited with ${own.exitCode}:\n${output.join('\n')}`);
      return address !== undefined;
    }, 120_000);
    await waitUntil(() =>
      status(`${address}/health/live`).then(
        (live) => live === 200,
        () => false,
      ),
    );
    return String(address);
  }
  /** The lines that the process wrote, without those of the test's own preload script. */
  const logged = () =>
    output.filter((line) => !line.startsWith('listening ')).map((line) => JSON.parse(line) as object);

  const status = async (url: string, headers = {}) => (await fetch(url, { headers })).status;

  const kubernetes = () => kubernetesManifests();
  it.each([
    ['Kubernetes', () => kubernetesContainer(kubernetes(), 'api', secrets)],
    ['Helm', () => kubernetesContainer(helmManifests(), 'api', secrets)],
    [
      'Helm, with Redis and model server elsewhere',
      () =>
        kubernetesContainer(
          helmManifests({ redis: { enabled: false }, modelServer: { enabled: false } }),
          'api',
          secrets,
        ),
    ],
    ['Fly', () => flyMachine(secrets)],
    [
      'Compose, opened to other machines',
      () => composeService('api-replica', { AUTH: 'on', API_KEYS: secrets.apiKeys }),
    ],
  ])('start the API: %s', async (_, started) => {
    const url = await start(started());
    expect(await status(`${url}/v1/readings`)).toBe(401);
    expect(await status(`${url}/v1/readings`, { Authorization: `Bearer ${KEY}` })).toBe(200);
  });

  it('write only JSON lines in production', async () => {
    const url = await start(composeService('api', {}));
    await waitUntil(async () => (await status(`${url}/health/ready`)) === 200, 120_000);
    await waitUntil(() => output.some((line) => line.includes('Reading server ready')));
    for (const line of logged()) expect(line).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
  });

  it.each(['api', 'model-server'])('write one JSON line when the %s cannot start', (app) => {
    const { env, command } = composeService('api', { AUTH: 'maybe' });
    const entry = command.replace('apps/api', `apps/${app}`);
    const ended = spawnSync(process.execPath, [entry], { env: { ...env, PORT: '99999' }, encoding: 'utf8' });
    expect({ code: ended.status, stderr: ended.stderr }).toEqual({ code: 78, stderr: '' });
    const lines = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'fatal',
        problems: expect.arrayContaining([expect.stringContaining('PORT'), expect.stringContaining('AUTH')]),
      }),
    ]);
  });

  it('start the API without a key: Compose on one machine', async () => {
    const url = await start(composeService('api', {}));
    expect(await status(`${url}/v1/readings`)).toBe(200);
  });

  it.each([
    ['Kubernetes', () => kubernetesContainer(kubernetes(), 'model-server', secrets)],
    ['Helm', () => kubernetesContainer(helmManifests(), 'model-server', secrets)],
    ['Compose', () => composeService('model-server', {})],
  ])('start the model server: %s', async (_, started) => {
    const url = await start(started());
    await waitUntil(async () => (await status(`${url}/health/ready`)) === 200, 120_000);
  });
});
