import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { RETRIEVERS } from '@app/rag';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const json = { 'Content-Type': 'application/json' };
const dream = (value: unknown, rest: object = {}) => JSON.stringify({ dream: value, ...rest });
const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

interface Case {
  readonly name: string;
  readonly body: string | Buffer | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly status: number;
  readonly field?: string;
  readonly code?: string;
}

/** `{"dream":"x","a":…}` with the value in UTF-7. */
function utf7(value: string): string {
  const base64 = Buffer.from(value, 'utf16le').swap16().toString('base64').replace(/=+$/, '');
  return `{"dream":"x","a":+${base64}-}`;
}

const CASES: readonly Case[] = [
  { name: 'no dream', body: '{}', status: 400, field: 'dream' },
  { name: 'an empty dream', body: dream('  \n'), status: 400, field: 'dream' },
  { name: 'a dream that is no string', body: dream(42), status: 400, field: 'dream' },
  { name: 'more than 4 000 characters', body: dream('꿈'.repeat(4_001)), status: 400, field: 'dream' },
  { name: 'an object with a length', body: dream({ length: { toString: 1 } }), status: 400, field: 'dream' },
  {
    name: 'an object with a length on a legacy route',
    body: dream({ length: { toString: 1 } }),
    path: '/api/dream/interpret-stream',
    status: 400,
    field: 'dream',
  },
  {
    name: 'an offset that no zone has',
    body: JSON.stringify({ birth: { date: '1990-01-01', time: '10:00', timezone: 'UTC+15' } }),
    path: '/v1/readings/destiny',
    status: 422,
    field: 'birth.timezone',
  },
  {
    name: 'a time zone of 3 000 letters',
    body: JSON.stringify({ birth: { date: '1990-01-01', time: '10:00', timezone: 'a'.repeat(3_000) } }),
    path: '/v1/readings/destiny',
    status: 400,
    field: 'birth.timezone',
  },
  { name: 'an unknown locale', body: dream('x', { locale: 'fr' }), status: 400, field: 'locale' },
  { name: 'symbols that are no list', body: dream('x', { symbols: 'snake' }), status: 400, field: 'symbols' },
  { name: 'an unknown kind', body: dream('x'), path: '/v1/readings/runes', status: 404 },
  { name: 'an unknown route', body: dream('x'), path: '/v2/readings', status: 404 },
  { name: 'broken JSON', body: '{"dream":', status: 400 },
  { name: 'JSON that is no object', body: '"dream"', status: 400 },
  { name: 'no body', body: undefined, status: 400 },
  { name: 'another content type', body: 'dream=x', headers: { 'Content-Type': 'text/plain' }, status: 415 },
  { name: 'an unknown encoding', body: dream('x'), headers: { 'Content-Encoding': 'zip' }, status: 415 },
  {
    name: 'an unknown charset',
    body: dream('x'),
    headers: { 'Content-Type': 'application/json; charset=klingon' },
    status: 415,
  },
  {
    // UTF-7 encodes brackets as other ASCII characters.
    name: 'a charset that hides the nesting',
    body: utf7(nested.slice(8_500, -8_500)),
    headers: { 'Content-Type': 'application/json; charset=utf-7' },
    status: 415,
  },
  {
    name: 'UTF-16',
    body: Buffer.from(dream('x'), 'utf16le'),
    headers: { 'Content-Type': 'application/json; charset=utf-16' },
    status: 415,
  },
  {
    name: 'a body that does not inflate',
    body: Buffer.from('no gzip'),
    headers: { 'Content-Encoding': 'gzip' },
    status: 400,
    code: 'body.malformed',
  },
  { name: 'more than 64 KB', body: dream('x'.repeat(70_000)), status: 413 },
  {
    name: 'a bomb that inflates',
    body: gzipSync(Buffer.alloc(50_000_000, ' ')),
    headers: { 'Content-Encoding': 'gzip' },
    status: 413,
  },
  { name: 'deep nesting', body: nested, status: 400 },
  { name: 'deep nesting in an object', body: `{"dream":${nested}}`, status: 400 },
  {
    name: 'invalid UTF-8',
    body: Buffer.from([...Buffer.from('{"dream":"'), 0xc3, 0x28, ...Buffer.from('"}')]),
    status: 400,
  },
  {
    name: 'a lone surrogate half in bytes',
    body: Buffer.from([...Buffer.from('{"dream":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]),
    status: 400,
  },
  { name: 'a malformed path', body: dream('x'), path: '/v1/readings/%E0%A4%A', status: 400 },
];

/** Sends raw bytes and returns the response until the server closes the connection. */
async function exchange(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  return said;
}

describe('bad input', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({}, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(() => server.close());

  it.each(CASES)(
    'answers $name with a problem that names the cause',
    async ({ body, headers = {}, path = '/v1/readings/dream', status, field, code }) => {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { ...json, ...headers },
        ...(body !== undefined && { body: body as string }),
      });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const problem = (await response.json()) as {
        status: number;
        code: string;
        requestId: string;
        errors: { field: string }[];
      };
      expect(problem).toMatchObject({ status, retryable: false });
      expect(problem.requestId).toBe(response.headers.get('x-request-id'));
      if (code) expect(problem.code).toBe(code);
      if (field) expect(problem.errors.map((error) => error.field)).toEqual([field]);
    },
  );

  it.each([
    ['GET', '/v1/readings/x/events?after=1&after=2'],
    ['POST', '/v1/readings/dream?onDisconnect=cancel&onDisconnect=continue'],
  ])('answers a repeated query parameter with 400: %s %s', async (method, path) => {
    const response = await fetch(server.url + path, {
      method,
      headers: json,
      ...(method === 'POST' && { body: dream('x') }),
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'input.invalid']);
  });

  it.each([
    ['that is not HTTP', 'HELLO\r\n\r\n', 400, 'route.bad_request'],
    ['with a malformed header', 'GET / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n', 400, 'route.bad_request'],
    ['without a host', 'GET /v1/readings HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'route.bad_request'],
    [
      'with two hosts',
      'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      400,
      'route.bad_request',
    ],
    ['in HTTP/0.9', 'GET / HTTP/0.9\r\n\r\n', 400, 'route.bad_request'],
    [
      'for a name that was rebound',
      'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      421,
      'route.host_not_allowed',
    ],
    [
      'of two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'route.bad_request',
    ],
    [
      'with 20 KB of headers',
      `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'route.headers_too_large',
    ],
    [
      'with an unknown Expect value',
      'GET /nowhere HTTP/1.1\r\nHost: localhost\r\nExpect: more\r\nConnection: close\r\n\r\n',
      404,
      'route.not_found',
    ],
  ])('answers a request %s with a problem', async (_, bytes, status, code) => {
    const [head = '', body = ''] = (await exchange(server.url, bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    const problem = JSON.parse(body) as { readonly requestId: string };
    expect(problem).toMatchObject({ status, code, title: expect.any(String), errors: [] });
    expect(head.toLowerCase()).toContain(`x-request-id: ${problem.requestId}`);
  });

  it.each([
    ['GET', '/v1/retrieve', 'POST'],
    ['PUT', '/v1/readings/dream', 'DELETE, GET, HEAD, POST'],
    ['POST', '/health/live', 'GET, HEAD'],
  ])('answers %s %s with the allowed methods', async (method, path, allow) => {
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(await response.json()).toMatchObject({ code: 'route.method_not_allowed', status: 405, retryable: false });
  });

  it('answers 404 for a missing resource under a supported method', async () => {
    expect((await fetch(`${server.url}/page/nothing.js`)).status).toBe(404);
  });

  it('keeps a valid request id and replaces an invalid one', async () => {
    const id = async (given: string) =>
      (await fetch(`${server.url}/nowhere`, { headers: { 'X-Request-Id': given } })).headers.get('x-request-id');
    expect(await id('trace-1')).toBe('trace-1');
    expect(await id('<script>')).not.toBe('<script>');
  });
});
