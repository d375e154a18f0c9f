import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { scanContents } from './content-scan.js';
import { answerMeasurements } from './measurements.js';

// Reference for the best achievable performance: three upstream streams through undici's dispatch, content copied as
// bytes without parsing, and one write per event-loop turn; no validation, logs, metrics, retries or event log.

const SECTIONS = ['summary', 'symbols', 'recommendations'];
const LINE_FEED = 0x0a;
const [upstreamUrl = '', granularity = 'token'] = process.argv.slice(2);
/** Sends one delta per read of the upstream socket instead of one per token. */
const mergesReads = granularity === 'read';
const { origin, pathname } = new URL(`${upstreamUrl}/chat/completions`);
const agent = new Agent({ connections: null, pipelining: 1, keepAliveTimeout: 60_000 });

class Reading {
  readonly #id = randomBytes(12).toString('base64url');
  #seq = 0;
  #due = '';
  #scheduled = false;
  #open = SECTIONS.length;

  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
    });
    response.flushHeaders();
  }

  start(): void {
    this.#send('reading', `{"reading":"${this.#id}"}`);
    for (const section of SECTIONS) this.#section(section);
  }

  #section(section: string): void {
    this.#send('section', `{"section":"${section}","status":"start"}`);
    let abort: (() => void) | undefined;
    let rest: Buffer | undefined;
    this.response.once('close', () => abort?.());
    agent.dispatch(upstreamRequest(section), {
      onRequestStart: (controller) => {
        abort = () => controller.abort(new Error('client left'));
      },
      onResponseStart: () => undefined,
      onResponseData: (_, chunk) => {
        const bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
        const end = bytes.lastIndexOf(LINE_FEED) + 1;
        rest = end < bytes.length ? Buffer.from(bytes.subarray(end)) : undefined;
        this.#deltas(section, bytes.subarray(0, end));
      },
      onResponseEnd: () => {
        this.#send('section', `{"section":"${section}","status":"done"}`);
        if (--this.#open === 0) this.#send('done', '{"done":true,"status":"ok"}');
      },
      onResponseError: () => this.response.destroy(),
    });
  }

  #deltas(section: string, bytes: Buffer): void {
    let merged = '';
    scanContents(bytes, (start, end) => {
      const content = bytes.toString('utf8', start, end);
      if (mergesReads) merged += content;
      else this.#send('delta', `{"section":"${section}","content":"${content}"}`);
    });
    if (merged !== '') this.#send('delta', `{"section":"${section}","content":"${merged}"}`);
  }

  #send(event: string, data: string): void {
    this.#due += `id: ${this.#id}.${++this.#seq}\nevent: ${event}\ndata: ${data}\n\n`;
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#scheduled = false;
    this.response.write(this.#due);
    this.#due = '';
    if (this.#open === 0) this.response.end();
  }
}

function upstreamRequest(section: string): Dispatcher.DispatchOptions {
  return {
    origin,
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
    body: JSON.stringify({
      model: 'bench',
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 400,
      messages: [{ role: 'user', content: `Write the ${section} of this dream: a big snake came into the house.` }],
    }),
  };
}

function receive(request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    JSON.parse(Buffer.concat(parts).toString());
    new Reading(response).start();
  });
}

const server = createServer({ noDelay: true }, receive);
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  answerMeasurements(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/readings/dream`);
});
