import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express, { type NextFunction, type Request, type Response } from 'express';
import { jsonBody, jsonDepth } from './json-body.js';
import { toProblem } from './to-problem.js';

describe('jsonBody', () => {
  let server: Server;

  beforeEach(async () => {
    const app = express();
    app.use('/large', ...jsonBody({ maxBytes: 4_096 }));
    app.use(...jsonBody({ maxBytes: 1_024 }));
    app.post('/{*path}', (request, response) => void response.json(request.body));
    app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
      const { status, code, message } = toProblem(error, () => undefined);
      response.status(status).json({ code, detail: message });
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => void server.close());

  const post = async (body: string | Buffer, contentType = 'application/json', path = '/', more = {}) => {
    const { port } = server.address() as AddressInfo;
    const init = { method: 'POST', body, headers: { 'Content-Type': contentType, ...more } };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: response.status, body: await response.json() };
  };

  it('parses a body with a byte order mark as without it', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"dream":"배"}')]);
    expect(await post(bytes)).toEqual({ status: 200, body: { dream: '배' } });
  });

  it.each([
    'application/json; charset=utf8',
    'application/json; charset="UTF-8"',
    "application/json; charset='utf-8'",
    'application/json; charset=us-ascii',
    'application/json; utf-8',
    'application/json;charset=utf-8, application/json;charset=utf-8',
    'Application/JSON',
    'application/vnd.api+json',
    'text/json',
  ])('parses a body of the type %s', async (type) => {
    expect(await post('{"dream":"배"}', type)).toEqual({ status: 200, body: { dream: '배' } });
  });

  it.each(['gzip', 'x-gzip', 'GZIP'])('parses a body encoded as %s', async (encoding) => {
    const body = gzipSync('\uFEFF{"dream":"배"}');
    const parsed = await post(body, 'application/json', '/', { 'Content-Encoding': encoding });
    expect(parsed).toEqual({ status: 200, body: { dream: '배' } });
  });

  it.each([
    ['another type', '{}', 'text/plain', 415, 'body.unsupported_type'],
    ['another charset', '{}', 'application/json; charset=euc-kr', 415, 'body.unsupported_type'],
    ['a type that contains JSON', '{}', 'application/json5', 415, 'body.unsupported_type'],
    ['a form', '{}', 'application/x-www-form-urlencoded', 415, 'body.unsupported_type'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json', 400, 'body.malformed'],
    ['broken JSON', '{"a":', 'application/json', 400, 'body.malformed'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'application/json', 400, 'body.too_deep'],
  ])('rejects %s', async (_, body, type, status, code) => {
    expect(await post(body, type)).toMatchObject({ status, body: { code } });
  });

  it('names the accepted encodings', async () => {
    const { status, body } = await post('{}', 'application/json', '/', { 'Content-Encoding': 'compress' });
    expect([status, body]).toEqual([415, { code: 'body.unsupported_type', detail: expect.stringContaining('gzip') }]);
  });

  it('names the limit of the route in its refusal', async () => {
    const body = JSON.stringify({ text: 'a'.repeat(2_000) });
    expect(await post(body)).toMatchObject({ status: 413, body: { detail: 'The body is larger than 1 KB.' } });
    expect((await post(body, 'application/json', '/large')).status).toBe(200);
    expect((await post(body + ' '.repeat(4_096), 'application/json', '/large')).status).toBe(413);
  });
});

describe('jsonDepth', () => {
  it.each([
    ['{}', 1],
    ['[[{"a":[1]}]]', 4],
    ['"[[["', 0],
    ['["\\"[[["]', 1],
  ])('measures %s', (json, depth) => {
    expect(jsonDepth(Buffer.from(json))).toBe(depth);
  });
});
