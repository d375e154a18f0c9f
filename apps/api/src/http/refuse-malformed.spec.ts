import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { refuseMalformed } from './refuse-malformed.js';

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

/** What the server says until it closes the connection; `next` is sent once it has said something. */
async function exchange(server: Server, bytes: string, next = ''): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  // A connection that was reset has said what it has said.
  socket.on('error', () => {});
  let said = '';
  socket.on('data', (chunk) => {
    if (said === '') socket.write(next);
    said += String(chunk);
  });
  socket.write(bytes);
  await once(socket, 'close');
  return said;
}

describe('refuseMalformed', () => {
  let server: Server;
  let answer: (response: { write: (text: string) => void; end: (text: string) => void }) => void;

  beforeEach(async () => {
    server = createServer({ connectionsCheckingInterval: 20 }, (_request, response) => answer(response));
    refuseMalformed(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('puts nothing into an answer that has begun', async () => {
    answer = (response) => response.write('data: 1\n\n');
    const said = await exchange(server, REQUEST, 'no request\r\n\r\n');
    expect(said).toContain('data: 1');
    expect(said).not.toContain('problem+json');
  });

  it('answers on a connection whose last answer is finished', async () => {
    answer = (response) => response.end('whole');
    const said = await exchange(server, REQUEST, 'no request\r\n\r\n');
    expect(said).toMatch(/whole[^]*HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"route\.bad_request"/);
  });

  it('tells who sends too slowly', async () => {
    server.headersTimeout = 50;
    server.requestTimeout = 50;
    expect(await exchange(server, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(
      /^HTTP\/1\.1 408 [^]*"code":"route\.timeout"[^]*"retryable":true/,
    );
  });
});
