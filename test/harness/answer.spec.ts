import { once } from 'node:events';
import { createServer as createHttp1 } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2 } from 'node:http2';
import { type AddressInfo, connect, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Answer, type AnyRequest, type AnyResponse } from './answer.js';
import { UpstreamStats } from './upstream-stats.js';

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

/** Serves one request with an answer that is made after the client has left. */
async function answerLate(create: (handle: (request: AnyRequest, response: AnyResponse) => void) => Server) {
  const stats = new UpstreamStats();
  let finished: (answer: Answer) => void;
  const made = new Promise<Answer>((resolve) => (finished = resolve));
  const server = create((request, response) => {
    response.once('close', () => {
      const { httpVersion } = request;
      const record = stats.begin({ path: '/', mode: 'ok', httpVersion, authorization: undefined }, undefined);
      finished(new Answer(response, record, stats));
    });
  });
  opened.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { stats, made, port: (server.address() as AddressInfo).port };
}

describe('Answer', () => {
  it('is closed when the client has left before it was made, over HTTP/1.1', async () => {
    const { stats, made, port } = await answerLate(createHttp1);
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    setTimeout(() => socket.destroy(), 50);
    expect((await made).closed).toBe(true);
    expect(stats).toMatchObject({ open: 0, aborted: 1 });
  });

  it('is closed when the client has left before it was made, over HTTP/2', async () => {
    const { stats, made, port } = await answerLate(createHttp2);
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    session.request({ ':path': '/' }).end();
    setTimeout(() => session.destroy(), 50);
    expect((await made).closed).toBe(true);
    expect(stats).toMatchObject({ open: 0, aborted: 1 });
  });
});
