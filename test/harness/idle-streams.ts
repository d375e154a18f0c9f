import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import { type Socket, connect } from 'node:net';

const PING = /^: ping$/gm;
/** Connections opened in parallel; more would wait in the kernel's accept queue. */
const AT_ONCE = 100;

/** One reading over a plain socket, so that thousands of readings need little client memory. */
class IdleStream {
  pings = 0;
  closed = false;
  #head = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#read(text));
    socket.on('error', () => undefined);
    socket.once('close', () => (this.closed = true));
  }

  /** Posts a unique dream; resolves when the response head has arrived. */
  static async open(url: string, number: number): Promise<IdleStream> {
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    const stream = new IdleStream(socket);
    const body = JSON.stringify({ dream: `A big snake came into house number ${number}.`, locale: 'en' });
    socket.write(
      `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/event-stream\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    while (!stream.closed && !stream.#head.includes('\r\n\r\n'))
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    return stream;
  }

  get status(): number {
    return Number(this.#head.split(' ')[1] ?? 0);
  }

  close(): void {
    this.socket.destroy();
  }

  #read(text: string): void {
    if (!this.#head.includes('\r\n\r\n')) this.#head += text;
    this.pings += text.match(PING)?.length ?? 0;
  }
}

/** Many readings that wait for a silent upstream. */
export class IdleStreams {
  private constructor(private readonly streams: readonly IdleStream[]) {}

  /** @param url of `POST /v1/readings/dream` */
  static async open(url: string, count: number): Promise<IdleStreams> {
    const streams: IdleStream[] = [];
    while (streams.length < count) {
      const next = Array.from({ length: Math.min(AT_ONCE, count - streams.length) }, (_, at) => streams.length + at);
      streams.push(...(await Promise.all(next.map((number) => IdleStream.open(url, number)))));
    }
    return new IdleStreams(streams);
  }

  get accepted(): number {
    return this.streams.filter(({ status }) => status === 200).length;
  }

  get open(): number {
    return this.streams.filter(({ closed }) => !closed).length;
  }

  /** Smallest number of heartbeats that a stream has received. */
  get fewestPings(): number {
    return this.streams.reduce((fewest, { pings }) => Math.min(fewest, pings), Infinity);
  }

  get pings(): number {
    return this.streams.reduce((sum, { pings }) => sum + pings, 0);
  }

  close(): void {
    for (const stream of this.streams) stream.close();
  }
}

/**
 * Scrapes `/metrics`; the returned function gives a sample by name, or NaN if missing. Some gauges reset on each
 * scrape.
 */
export async function scrape(url: string): Promise<(name: string) => number> {
  // Use a new connection per scrape: a busy server may close an idle connection while it is being reused.
  const [response] = (await once(get(`${new URL(url).origin}/metrics`, { agent: false }), 'response')) as [
    IncomingMessage,
  ];
  const text = Buffer.concat((await response.toArray()) as Buffer[]).toString();
  return (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

export const sample = async (url: string, name: string): Promise<number> => (await scrape(url))(name);

/** Environment of a server that holds `streams` readings open while its upstream is silent. */
export const idleEnvironment = (upstreamUrl: string, streams: number, heartbeatMs: number) => ({
  OPENAI_BASE_URL: upstreamUrl,
  OPENAI_API_KEY: 'key',
  CACHE_TTL_SECONDS: '0',
  MAX_STREAMS: String(streams),
  MAX_STREAMS_PER_CLIENT: String(streams),
  HEARTBEAT_MS: String(heartbeatMs),
  // Disables all deadlines, including those of requests that are queued for the upstream.
  LLM_CONNECT_TIMEOUT_MS: '600000',
  LLM_FIRST_TOKEN_TIMEOUT_MS: '600000',
  LLM_INTER_TOKEN_TIMEOUT_MS: '600000',
  LLM_SECTION_TIMEOUT_MS: '600000',
  READING_TIMEOUT_MS: '600000',
});
