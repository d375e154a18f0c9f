import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

  const post = async (body: string | Buffer, contentType = 'application/json', path = '/') => {
    const { port } = server.address() as AddressInfo;
    const init = { method: 'POST', body, headers: { 'Content-Type': contentType } };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: response.status, body: await response.json() };
  };

  it('parses a body with a byte order mark as without it', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"dream":"배"}')]);
    expect(await post(bytes)).toEqual({ status: 200, body: { dream: '배' } });
  });

  it.each([
    ['another type', '{}', 'text/plain', 415, 'body.unsupported_type'],
    ['another charset', '{}', 'application/json; charset=euc-kr', 415, 'body.unsupported_type'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json', 400, 'body.malformed'],
    ['broken JSON', '{"a":', 'application/json', 400, 'body.malformed'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'application/json', 400, 'body.too_deep'],
  ])('rejects %s', async (_, body, type, status, code) => {
    expect(await post(body, type)).toMatchObject({ status, body: { code } });
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
