import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const DREAM = JSON.stringify({ dream: 'A snake.', locale: 'en' });
/** Accept header of Prometheus 3. */
const SCRAPE_ACCEPT =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2';

describe('clients, probes and scrapers', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ AUTH: 'off' }, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(() => server.close());

  const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

  /** Sends raw bytes and resolves with everything received until the connection closes. */
  async function exchange(bytes: string, afterFirst = ''): Promise<string> {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.on('data', (chunk) => {
      if (received === '') socket.write(afterFirst);
      received += String(chunk);
    });
    socket.write(bytes);
    await once(socket, 'close');
    return received;
  }

  it.each(['/health', '/health/live', '/health/ready', '/livez', '/readyz', '/healthz', '/metrics', '/version'])(
    'get the headers of GET without a body for HEAD %s',
    async (path) => {
      const [head, full] = [await get(path, { method: 'HEAD' }), await get(path)];
      expect([path, head.status]).toEqual([path, full.status]);
      expect(head.headers.get('content-type')).toBe(full.headers.get('content-type'));
      expect(await head.text()).toBe('');
    },
  );

  it('get exactly one valid content type for a Prometheus 3 scrape', async () => {
    const response = await get('/metrics', { headers: { Accept: SCRAPE_ACCEPT } });
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toMatch(/^# HELP [^]*\n$/);
  });

  it.each([
    'application/openmetrics-text',
    'application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,*/*;q=0.1',
    'text/html',
  ])('get the text format for a scrape that accepts %s', async (accept) => {
    const response = await get('/metrics', { headers: { Accept: accept, 'Accept-Encoding': 'gzip' } });
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    const types = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
    expect(types).toEqual([...new Set(types)]);
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of samples) expect(line).toMatch(/^[a-z_:][\w:]*(?:\{[^{}]*\})? (?:[-+.\de]+|NaN|\+Inf|-Inf)$/i);
    const series = samples.map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(series).toEqual([...new Set(series)]);
  });

  it('may send a body with a byte order mark', async () => {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const response = await get('/v1/readings/dream', { method: 'POST', headers, body: `\uFEFF${DREAM}` });
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })]);
  });

  const head = (version: string, ...more: readonly string[]) =>
    [
      `POST /v1/readings/dream HTTP/${version}`,
      'Host: localhost',
      'Content-Type: application/json',
      'Accept: text/event-stream',
      `Content-Length: ${DREAM.length}`,
      ...more,
      '',
      '',
    ].join('\r\n');

  it('get unchunked streams over HTTP/1.0, closed at the end', async () => {
    const received = await exchange(head('1.0') + DREAM);
    expect(received).toMatch(/^HTTP\/1\.[01] 200 /);
    expect(received).not.toMatch(/transfer-encoding/i);
    expect(received).toMatch(/\r\n\r\nretry: 1000\nid: [^]*event: done\ndata: [^\n]*\n\n$/);
  });

  it('get 100 Continue when they expect it', async () => {
    const received = await exchange(head('1.1', 'Expect: 100-continue', 'Connection: close'), DREAM);
    expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[^]*event: done/);
  });

  it.each(['HEAD /readyz', 'GET /health', 'HEAD /health/live?verbose', 'HEAD /health/', 'HEAD /metrics/'])(
    'get the status for %s over HTTP/1.0 without a Host header',
    async (line) => {
      const [method, path = ''] = line.split(' ');
      const received = await exchange(`${method} ${path} HTTP/1.0\r\n\r\n`);
      expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${(await get(path)).status} `));
    },
  );

  it('get a response from common default paths', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await (await get('/version')).json()).toMatchObject({ version, node: process.version });
    expect(await (await get('/openapi.json')).json()).toEqual(await (await get('/docs-json')).json());
    expect((await get('/favicon.ico')).headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    const llms = await get('/llms.txt');
    expect(llms.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await llms.text()).toMatch(/^# [^]*\/openapi\.json[^]*\/docs\/errors/);
  });

  it('find the documentation of every problem type at its URL', async () => {
    const response = await get('/v1/readings/none', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    const { type } = (await response.json()) as { type: string };
    const [path = '', code] = type.split('#');
    const page = await get(path);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain(`id="${code}"`);
  });

  it.each([
    ['http://localhost:5173', 'http://localhost:5173'],
    ['http://127.0.0.1:3001', 'http://127.0.0.1:3001'],
    ['https://localhost.example.com', null],
    ['https://example.com', null],
  ])('may be called from %s outside production: %s', async (origin, allowed) => {
    const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' };
    const response = await get('/v1/readings/dream', { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  });
});

describe('in production', () => {
  let server: RunningServer;

  beforeAll(async () => {
    const variables = { NODE_ENV: 'production', AUTH: 'off' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(() => server.close());

  it('allows only the origins of CORS_ORIGINS', async () => {
    const response = await fetch(`${server.url}/version`, { headers: { Origin: 'http://localhost:5173' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['/', 204, 'GET, HEAD, OPTIONS'],
    ['/health', 204, 'GET, HEAD, OPTIONS'],
    ['/metrics/', 204, 'GET, HEAD, OPTIONS'],
    ['/v1/readings/dream', 204, 'DELETE, GET, HEAD, OPTIONS, POST'],
    ['/nowhere', 404, null],
  ])('answers OPTIONS %s of a load balancer with %i', async (path, status, allow) => {
    const response = await fetch(server.url + path, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
  });
});

describe('METRICS=off', () => {
  it('answers 404 to a scrape, so that the target counts as down', async () => {
    const server = await startServer({ AUTH: 'off', METRICS: 'off' }, [
      { token: RETRIEVERS, value: snakeRetrievers() },
    ]);
    try {
      expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });
});
