import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answerMalformedRequests } from './malformed-requests.js';

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

/** Everything that the server sends until it closes the connection. Sends `next` after the server's first bytes. */
async function exchange(server: Server, bytes: string, next = ''): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  // Ignore resets: the bytes sent before one have been received.
  socket.on('error', () => {});
  let received = '';
  socket.on('data', (chunk) => {
    if (received === '') socket.write(next);
    received += String(chunk);
  });
  socket.write(bytes);
  await once(socket, 'close');
  return received;
}

describe('answerMalformedRequests', () => {
  let server: Server;
  let respond: (response: { write: (text: string) => void; end: (text: string) => void }) => void;

  beforeEach(async () => {
    server = createServer({ connectionsCheckingInterval: 20 }, (_request, response) => respond(response));
    answerMalformedRequests(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('adds nothing to a response that has begun', async () => {
    respond = (response) => response.write('data: 1\n\n');
    const received = await exchange(server, REQUEST, 'no request\r\n\r\n');
    expect(received).toContain('data: 1');
    expect(received).not.toContain('problem+json');
  });

  it('answers on a connection whose last response is complete', async () => {
    respond = (response) => response.end('whole');
    const received = await exchange(server, REQUEST, 'no request\r\n\r\n');
    expect(received).toMatch(/whole[^]*HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"route\.bad_request"/);
  });

  it('answers 408 to a client that sends too slowly', async () => {
    server.headersTimeout = 50;
    server.requestTimeout = 50;
    expect(await exchange(server, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(
      /^HTTP\/1\.1 408 [^]*"code":"route\.timeout"[^]*"retryable":true/,
    );
  });
});
