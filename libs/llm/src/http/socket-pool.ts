import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Dispatcher, Pool, buildConnector } from 'undici';

export interface SocketPoolOptions {
  readonly origin: string;
  /** Sockets kept open between requests. */
  readonly keep: number;
  /** Maximum number of concurrent streams; over HTTP/1.1 each needs a separate socket. */
  readonly max: number;
  readonly connectTimeoutMs: number;
  /** Maximum wait for headers and between two reads; 0 disables it. A fallback: the token deadlines are shorter. */
  readonly silenceTimeoutMs: number;
  /** Trusted certificate authority (PEM); replaces the default ones. */
  readonly ca?: string;
  readonly onSockets?: (open: number) => void;
}

/** Keep-alive of the `keep` permanent sockets; load balancers close idle connections after 60 s or more. */
const KEEP_ALIVE_MS = 55_000;
/** Keep-alive of the additional sockets: long enough to be reused during a burst. */
const SPARE_KEEP_ALIVE_MS = 1_000;

/**
 * The sockets to one upstream. Over HTTP/2, used where the server offers it, all streams share one socket up to the
 * server's limit. Over HTTP/1.1 each stream needs its own socket: `keep` sockets stay open, and bursts use additional
 * ones, up to `max` in total, which close soon after.
 */
export class SocketPool {
  readonly #spare: Pool;
  readonly #retired = new Set<Pool>();
  #kept: Pool;
  #held: (() => void)[] = [];
  #protocol: 'unknown' | 'connecting' | 'h1' | 'h2';
  #sockets = 0;

  constructor(private readonly options: SocketPoolOptions) {
    this.#protocol = options.origin.startsWith('https:') ? 'unknown' : 'h1';
    this.#kept = this.#pool(options.keep, KEEP_ALIVE_MS);
    this.#spare = this.#pool(Math.max(1, options.max - options.keep), SPARE_KEEP_ALIVE_MS);
  }

  get sockets(): number {
    return this.#sockets;
  }

  /**
   * Dispatches a request. Queues it until the first connection has negotiated the protocol, which determines the pool.
   */
  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    if (this.#protocol === 'connecting') this.#held.push(() => this.dispatch(options, handler));
    else this.#choose().dispatch(options, handler);
  }

  /**
   * Reports a timed-out request. Over HTTP/2 the whole connection may be dead without an error: new requests use a new
   * connection, and streams on the old one continue. No effect over HTTP/1.1.
   */
  distrust(): void {
    if (this.#protocol !== 'h2') return;
    const suspect = this.#kept;
    this.#kept = this.#pool(this.options.keep, KEEP_ALIVE_MS);
    this.#retired.add(suspect);
    void suspect.close().finally(() => this.#retired.delete(suspect));
  }

  async destroy(): Promise<void> {
    await Promise.all([this.#kept, this.#spare, ...this.#retired].map((pool) => pool.destroy()));
  }

  #choose(): Pool {
    if (this.#protocol === 'unknown') this.#protocol = 'connecting';
    const room = this.#protocol !== 'h1' || this.#kept.stats.size < this.options.keep;
    return room ? this.#kept : this.#spare;
  }

  #pool(connections: number, keepAliveTimeout: number): Pool {
    const { origin, connectTimeoutMs, silenceTimeoutMs, ca } = this.options;
    const connect = buildConnector({ allowH2: true, preferH2: true, timeout: connectTimeoutMs, ca });
    return new Pool(origin, {
      connections,
      connect: (target, callback) =>
        connect(target, (...result: [Error, null] | [null, Socket]) => {
          this.#connected(result[1]);
          callback(...result);
        }),
      keepAliveTimeout,
      keepAliveMaxTimeout: keepAliveTimeout,
      headersTimeout: silenceTimeoutMs,
      bodyTimeout: silenceTimeoutMs,
    });
  }

  #connected(socket: Socket | null): void {
    if (socket) {
      this.#count(1);
      socket.once('close', () => this.#count(-1));
      this.#protocol = socket instanceof TLSSocket && socket.alpnProtocol === 'h2' ? 'h2' : 'h1';
    } else if (this.#protocol === 'connecting') {
      this.#protocol = 'unknown';
    }
    const held = this.#held;
    this.#held = [];
    // Deferred, so that undici has registered the protocol, too.
    if (held.length > 0) setImmediate(() => held.forEach((dispatch) => dispatch()));
  }

  #count(change: 1 | -1): void {
    this.#sockets += change;
    this.options.onSockets?.(this.#sockets);
  }
}
