import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { answerMeasurements } from './measurements.js';

// The minimal server to compare with: three upstream streams, tokens parsed, numbered, encoded and written once per
// event-loop turn; no validation, logs, metrics, retries or event log.

const SECTIONS = ['summary', 'symbols', 'recommendations'];
const [upstreamUrl = ''] = process.argv.slice(2);
const { origin, pathname } = new URL(`${upstreamUrl}/chat/completions`);
const agent = new Agent({ connections: null, pipelining: 1, keepAliveTimeout: 60_000 });

class Reading {
  readonly #id = randomUUID();
  readonly #abort = new AbortController();
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
    response.once('close', () => this.#abort.abort());
  }

  start(): void {
    this.#send('reading', `{"reading":"${this.#id}"}`);
    for (const section of SECTIONS) void this.#section(section).catch(() => this.response.destroy());
  }

  async #section(section: string): Promise<void> {
    this.#send('section', `{"section":"${section}","status":"start"}`);
    const { body } = await agent.request(upstreamRequest(section, this.#abort.signal));
    let text = '';
    let rest = '';
    body.setEncoding('utf8');
    for await (const chunk of body as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const content = contentOf(line);
        if (content === undefined || content === '') continue;
        text += content;
        this.#send('delta', `{"section":"${section}","content":${JSON.stringify(content)}}`);
      }
    }
    this.#send('section', `{"section":"${section}","status":"done","full_text":${JSON.stringify(text)}}`);
    if (--this.#open === 0) this.#send('done', '{"done":true,"status":"ok"}');
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

interface Chunk {
  readonly choices?: ReadonlyArray<{ readonly delta?: { readonly content?: string } }>;
}

function contentOf(line: string): string | undefined {
  if (!line.startsWith('data: ') || line === 'data: [DONE]') return undefined;
  return (JSON.parse(line.slice(6)) as Chunk).choices?.[0]?.delta?.content;
}

function upstreamRequest(section: string, signal: AbortSignal): Dispatcher.RequestOptions {
  const body = JSON.stringify({
    model: 'bench',
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 400,
    messages: [{ role: 'user', content: `Write the ${section} of this dream: a big snake came into the house.` }],
  });
  return {
    origin,
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
    body,
    signal,
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
