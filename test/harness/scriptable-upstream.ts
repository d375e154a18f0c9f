import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type Http2SecureServer, type Http2Session, createSecureServer } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { Answer, type AnyRequest, type AnyResponse } from './answer.js';
import { embeddingsDocument } from './answer-embeddings.js';
import { FrameCache } from './completion-frames.js';
import { playFault, playMode, playWhole, reject } from './play-mode.js';
import { selfSignedCertificate } from './self-signed-certificate.js';
import { type ControllableUpstream, control, isControl } from './upstream-control.js';
import { type UpstreamMode, parseMode } from './upstream-mode.js';
import { UpstreamStats } from './upstream-stats.js';

export interface ChatBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly [key: string]: unknown;
}

/** A mode, or a function that chooses one per request (`index` counts chat requests from 0). */
export type ModeChoice = string | ((request: { readonly index: number; readonly body: ChatBody }) => string);

export interface UpstreamOptions {
  /** TLS with HTTP/2 (and HTTP/1.1 for clients without it). Default: plain HTTP/1.1. */
  readonly http2?: boolean;
  /** Offer only HTTP/1.1 over TLS. */
  readonly tls?: boolean;
  readonly port?: number;
  /** Mode of chat requests that specify none; default `ok`. */
  readonly mode?: ModeChoice;
  /** Keeps request bodies in `stats.bodies`; default true. */
  readonly recordBodies?: boolean;
}

/**
 * An OpenAI-compatible server on a loopback socket with scriptable behaviour and faults. Each request's mode is its
 * `x-upstream-mode` header, else its model when that starts with `mode:`, else `upstream.mode`. `stats`
 * counts independently of the client under test.
 */
export class ScriptableUpstream implements ControllableUpstream {
  readonly stats = new UpstreamStats();
  /** Mode of chat requests that specify none. */
  mode: ModeChoice;
  /** Mode of embedding requests that specify none. */
  embeddingsMode = 'ok';
  /** PEM of the certificate, for clients to trust; empty without TLS. */
  certificate = '';
  readonly #frames = new FrameCache();
  readonly #modes = new Map<string, UpstreamMode>();
  readonly #sockets = new Set<Socket>();
  readonly #sessions = new Set<Http2Session>();
  #server: Server | Http2SecureServer | undefined;
  #port: number;
  #chats = 0;
  #chatsOpen = 0;

  constructor(private readonly options: UpstreamOptions = {}) {
    this.mode = options.mode ?? 'ok';
    this.#port = options.port ?? 0;
  }

  /** Base URL for the SDK, including `/v1`. */
  get url(): string {
    return `${this.origin}/v1`;
  }

  get origin(): string {
    return `${this.#secure ? 'https' : 'http'}://127.0.0.1:${this.#port}`;
  }

  get #secure(): boolean {
    return Boolean(this.options.http2 || this.options.tls);
  }

  /** Starts listening; uses the previous port if started again after `stop`. */
  async start(): Promise<this> {
    const server = await this.#create();
    server.on('connection', (socket: Socket) => this.#track(socket));
    server.listen(this.#port, '127.0.0.1', 4_096);
    await once(server, 'listening');
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Destroys every connection and closes the port. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const session of this.#sessions) session.destroy();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  setMode(mode: string): void {
    this.mode = mode;
  }

  /** Resets the counters; keeps the mode and the connections. */
  reset(): void {
    this.stats.reset();
    this.#chats = 0;
  }

  async #create(): Promise<Server | Http2SecureServer> {
    const handle = (request: AnyRequest, response: AnyResponse) => void this.#receive(request, response);
    if (!this.#secure) return createServer({ keepAliveTimeout: 60_000, noDelay: true }, handle);
    const { key, cert } = await selfSignedCertificate();
    this.certificate = cert;
    if (!this.options.http2) return createHttpsServer({ key, cert, keepAliveTimeout: 60_000 }, handle);
    const server = createSecureServer({ key, cert, allowHTTP1: true }, handle);
    server.on('session', (session) => {
      this.#sessions.add(session);
      session.once('close', () => this.#sessions.delete(session));
      session.on('error', () => undefined);
    });
    return server;
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    this.stats.socketsOpened++;
    this.stats.socketsOpen++;
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.stats.socketsOpen--;
    });
  }

  async #receive(request: AnyRequest, response: AnyResponse): Promise<void> {
    try {
      const parts: Buffer[] = [];
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
      this.#answer(request, response, Buffer.concat(parts));
    } catch {
      // The client disconnected or sent an invalid request.
      response.destroy();
    }
  }

  #answer(request: AnyRequest, response: AnyResponse, bytes: Buffer): void {
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    const body = (bytes.length ? JSON.parse(bytes.toString()) : {}) as ChatBody;
    if (isControl(path)) return void response.end(JSON.stringify(control(this, path, query, body)));
    const chat = path.endsWith('/chat/completions');
    const spec = this.#spec(request, body, chat);
    const kept = this.options.recordBodies === false ? undefined : body;
    const { httpVersion, headers } = request;
    const record = this.stats.begin({ path, mode: spec, httpVersion, authorization: headers.authorization }, kept);
    const answer = new Answer(response, record, this.stats);
    if (chat) this.#chat(answer, response, spec, body);
    else this.#document(answer, path, spec, body);
  }

  #spec({ headers }: AnyRequest, body: ChatBody, chat: boolean): string {
    const header = headers['x-upstream-mode'];
    if (typeof header === 'string') return header;
    if (body.model?.startsWith('mode:')) return body.model;
    if (!chat) return this.embeddingsMode;
    return typeof this.mode === 'string' ? this.mode : this.mode({ index: this.#chats, body });
  }

  #chat(answer: Answer, response: AnyResponse, spec: string, body: ChatBody): void {
    const mode = this.#mode(spec);
    this.#chats++;
    if (mode.behaviour === 'single' && this.#chatsOpen >= mode.streams) return reject(answer, { ...mode, status: 429 });
    this.#chatsOpen++;
    response.once('close', () => this.#chatsOpen--);
    const usage = body.stream_options?.include_usage === true;
    playMode(answer, spec, mode, { stream: body.stream === true, usage }, this.#frames);
  }

  #document(answer: Answer, path: string, spec: string, body: ChatBody): void {
    if (path.endsWith('/models')) {
      const data = [{ id: 'scriptable', object: 'model', created: 1_700_000_000, owned_by: 'test' }];
      return playWhole(answer, this.#mode('ok?tokens=0'), Buffer.from(JSON.stringify({ object: 'list', data })));
    }
    const mode = this.#mode(path.endsWith('/embeddings') ? spec : '404');
    if (!playFault(answer, mode)) playWhole(answer, { ...mode, tokens: 0 }, embeddingsDocument(body));
  }

  #mode(spec: string): UpstreamMode {
    let mode = this.#modes.get(spec);
    if (!mode) this.#modes.set(spec, (mode = parseMode(spec)));
    return mode;
  }
}
