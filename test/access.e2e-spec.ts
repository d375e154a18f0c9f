import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { ScriptableUpstream } from './harness/index.js';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const sha = (key: string) => hash('sha256', key);
const ADMIN = 'admin-key-of-the-test';
const dream = { dream: 'A snake.', locale: 'en' };

describe('access', () => {
  let folder: string;
  let upstream: ScriptableUpstream;
  const servers: RunningServer[] = [];

  const start = async (variables: Readonly<Record<string, string>>) => {
    const server = await startServer(
      { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0', ...variables },
      [{ token: RETRIEVERS, value: snakeRetrievers() }],
    );
    servers.push(server);
    return server;
  };
  const keysFile = async (keys: readonly unknown[]) => {
    const path = join(folder, `keys-${Math.random()}.json`);
    await writeFile(path, JSON.stringify({ keys }));
    return path;
  };
  const kinds = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/v1/readings`, { headers });
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'access-'));
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=5' }).start();
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    upstream.mode = 'ok?tokens=5';
  });
  afterAll(async () => {
    await upstream.stop();
    await rm(folder, { recursive: true });
  });

  describe('limits by address', () => {
    it('accepts exactly the limit when 1 000 requests forge X-Forwarded-For', async () => {
      const { url } = await start({ RATE_LIMIT_PER_MINUTE: '60' });
      const forged = Array.from({ length: 1_000 }, (_, n) => ({ 'X-Forwarded-For': `10.0.${n % 256}.${n >> 8}` }));
      const statuses: number[] = [];
      while (forged.length > 0) {
        const answers = await Promise.all(forged.splice(0, 50).map((headers) => kinds(url, headers)));
        statuses.push(...answers.map(({ status }) => status));
        await Promise.all(answers.map((answer) => answer.arrayBuffer()));
      }
      expect(statuses.filter((status) => status === 200)).toHaveLength(60);
      expect(statuses.filter((status) => status === 429)).toHaveLength(940);
    });

    it('trusts X-Forwarded-For of a configured proxy and limits each of its clients separately', async () => {
      const { url } = await start({ RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXIES: '127.0.0.1, ::1' });
      const as = async (address: string) => (await kinds(url, { 'X-Forwarded-For': address })).status;
      expect([await as('203.0.113.1'), await as('203.0.113.2'), await as('203.0.113.1')]).toEqual([200, 200, 429]);
      // Entries sent by the client precede the one the proxy appended.
      expect(await as('198.51.100.7, 203.0.113.2')).toBe(429);
    });

    it('reports the remaining quota and Retry-After', async () => {
      const { url } = await start({ RATE_LIMIT_PER_MINUTE: '2' });
      const first = await kinds(url);
      expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
      expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=1;t=\d+$/);
      await kinds(url);
      const refused = await kinds(url);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(await codeOf(refused)).toBe('limit.requests');
    });

    it('does not limit probes and metric scrapes', async () => {
      const { url } = await start({ RATE_LIMIT_PER_MINUTE: '1' });
      const paths = ['/health/live', '/metrics', '/'];
      for (let times = 0; times < 3; times++)
        for (const path of paths) expect((await fetch(url + path)).status).toBe(200);
    });

    it('refuses to start when TRUSTED_PROXIES has an invalid address', async () => {
      await expect(start({ TRUSTED_PROXIES: 'my-proxy' })).rejects.toThrow(/TRUSTED_PROXIES/);
    });
  });

  describe('API keys', () => {
    it('are required and read from headers only', async () => {
      const { url } = await start({ API_KEYS_FILE: await keysFile([{ name: 'web', sha256: sha('s3cret') }]) });
      const missing = await kinds(url);
      expect([missing.status, missing.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="readings"']);
      expect(await codeOf(missing)).toBe('access.key_missing');
      expect(await codeOf(await kinds(url, bearer('wrong')))).toBe('access.key_invalid');
      expect((await kinds(url, bearer('s3cret'))).status).toBe(200);
      expect((await kinds(url, { 'X-API-Key': 's3cret' })).status).toBe(200);
      for (const query of ['api_key=s3cret', 'key=s3cret', 'access_token=s3cret', 'authorization=Bearer%20s3cret'])
        expect((await fetch(`${url}/v1/readings?${query}`)).status).toBe(401);
      expect((await fetch(`${url}/v1/readings/dream`, { method: 'POST' })).status).toBe(401);
    });

    it('are read from API_KEYS, in production too', async () => {
      const keys = JSON.stringify({ keys: [{ name: 'web', sha256: sha('s3cret') }] });
      const { url } = await start({ NODE_ENV: 'production', API_KEYS: keys });
      expect([(await kinds(url)).status, (await kinds(url, bearer('s3cret'))).status]).toEqual([401, 200]);
      await expect(start({ API_KEYS: '{"keys":[]}' })).rejects.toThrow(/API_KEYS: keys: /);
    });

    it('are reloaded while the server runs', async () => {
      const path = await keysFile([{ name: 'web', sha256: [sha('old')] }]);
      const { url } = await start({ API_KEYS_FILE: path });
      const status = async (key: string) => (await kinds(url, bearer(key))).status;
      await writeFile(path, JSON.stringify({ keys: [{ name: 'web', sha256: [sha('old'), sha('new')] }] }));
      await waitUntil(async () => (await status('new')) === 200);
      expect(await status('old')).toBe(200);
      await writeFile(path, JSON.stringify({ keys: [{ name: 'web', sha256: [sha('new')] }] }));
      await waitUntil(async () => (await status('old')) === 401);
    });

    it('have their own limits, independent of the address', async () => {
      const limits = { requestsPerMinute: 2 };
      const path = await keysFile([
        { name: 'small', sha256: sha('small'), limits },
        { name: 'large', sha256: sha('large') },
      ]);
      const { url } = await start({ API_KEYS_FILE: path, TRUSTED_PROXIES: '127.0.0.1,::1' });
      const statuses = [];
      for (let n = 0; n < 4; n++)
        statuses.push((await kinds(url, { ...bearer('small'), 'X-Forwarded-For': `203.0.113.${n}` })).status);
      expect(statuses).toEqual([200, 200, 429, 429]);
      expect((await kinds(url, bearer('large'))).status).toBe(200);
    });

    it('cannot read or stop the readings of another key', async () => {
      const { url } = await start({
        API_KEYS_FILE: await keysFile([
          { name: 'web', sha256: sha('web-key') },
          { name: 'app', sha256: sha('app-key') },
        ]),
      });
      const { headers } = await postForEvents(`${url}/v1/readings/dream`, dream, bearer('web-key'));
      const reading = `${url}/v1/readings/${headers.get('x-reading-id')}`;
      const [events, stopped] = await Promise.all([
        fetch(`${reading}/events`, { headers: bearer('app-key') }),
        fetch(reading, { method: 'DELETE', headers: bearer('app-key') }),
      ]);
      expect([await codeOf(events), await codeOf(stopped)]).toEqual(['reading.unknown', 'reading.unknown']);
      expect((await fetch(`${reading}/events`, { headers: bearer('web-key') })).status).toBe(200);
    });

    it('limit concurrent readings', async () => {
      const limits = { concurrentReadings: 2 };
      const path = await keysFile([{ name: 'web', sha256: sha('k'), limits }]);
      const { url } = await start({ API_KEYS_FILE: path });
      upstream.mode = 'ok?tokens=5&first=400';
      const read = () => postForEvents(`${url}/v1/readings/dream`, dream, bearer('k'));
      const running = [read(), read()];
      await waitUntil(() => upstream.stats.open > 0);
      const refused = await read();
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
      expect(JSON.parse(refused.bytes)).toMatchObject({ code: 'limit.concurrent', retryable: true });
      const preparation = await postForEvents(`${url}/counselor/init`, { birthDate: '1990-05-15' }, bearer('k'));
      expect(preparation.status).toBe(429);
      expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200]);
      await waitUntil(async () => (await read()).status === 200);
    });

    it('limit tokens per day', async () => {
      const limits = { tokensPerDay: 10 };
      const path = await keysFile([{ name: 'web', sha256: sha('k'), limits }]);
      const { url } = await start({ API_KEYS_FILE: path });
      const read = () => postForEvents(`${url}/v1/readings/dream`, dream, bearer('k'));
      expect((await read()).status).toBe(200);
      await waitUntil(async () => (await read()).status === 429);
      const refused = await read();
      expect(JSON.parse(refused.bytes)).toMatchObject({ code: 'limit.tokens' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
    });
  });

  describe('a server without keys', () => {
    it('does not start in production unless AUTH=off', async () => {
      await expect(start({ NODE_ENV: 'production' })).rejects.toThrow(/API_KEYS or API_KEYS_FILE/);
      const { url } = await start({ NODE_ENV: 'production', AUTH: 'off' });
      expect((await kinds(url)).status).toBe(200);
    });
  });

  describe('the admin routes', () => {
    it('accept only the admin key', async () => {
      const path = await keysFile([{ name: 'web', sha256: sha('user') }]);
      const { url } = await start({ API_KEYS_FILE: path, ADMIN_KEY: ADMIN });
      const stats = (headers: Readonly<Record<string, string>> = {}) => fetch(`${url}/cache/stats`, { headers });
      expect([(await stats()).status, (await stats(bearer('user'))).status]).toEqual([403, 403]);
      const allowed = await stats(bearer(ADMIN));
      expect(await allowed.json()).toMatchObject({ redis: 'none', layers: { reading: { entries: 0 } } });
      expect((await fetch(`${url}/cache/clear`, { method: 'POST' })).status).toBe(403);
      const cleared = await fetch(`${url}/cache/clear`, { method: 'POST', headers: { 'X-API-Key': ADMIN } });
      expect([cleared.status, await cleared.json()]).toEqual([200, { cleared: 0 }]);
      // The admin key does not authorize readings.
      expect((await kinds(url, bearer(ADMIN))).status).toBe(401);
    });

    it('accept the token of an older deployment, which is a key for every route too', async () => {
      const token = 'token-of-an-older-deployment';
      const { url } = await start({ ADMIN_API_TOKEN: token });
      const statuses = [kinds(url), kinds(url, bearer('other')), kinds(url, { 'X-API-Key': token })];
      expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 401, 200]);
      expect((await fetch(`${url}/cache/stats`, { headers: bearer(token) })).status).toBe(200);
      const short = await start({ ADMIN_API_TOKEN: 'short' });
      expect((await kinds(short.url, bearer('short'))).status).toBe(200);
      expect((await fetch(`${short.url}/cache/stats`, { headers: bearer('short') })).status).toBe(403);
    });

    it('limit wrong admin keys', async () => {
      const { url } = await start({ ADMIN_KEY: ADMIN });
      const stats = async (key?: string) =>
        (await fetch(`${url}/cache/stats`, key === undefined ? {} : { headers: bearer(key) })).status;
      const guesses: number[] = [];
      for (let n = 0; n < 11; n++) guesses.push(await stats(`guess-${n}`));
      expect(guesses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
      expect(await stats(ADMIN)).toBe(429);
    });

    it('are forbidden when no admin key is configured', async () => {
      const { url } = await start({});
      expect((await fetch(`${url}/cache/stats`, { headers: bearer('') })).status).toBe(403);
    });
  });
});
