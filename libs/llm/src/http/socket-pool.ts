import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Dispatcher, Pool, buildConnector } from 'undici';

export interface SocketPoolOptions {
  readonly origin: string;
  /** Sockets kept open between requests. */
  readonly keep: number;
  /** Streams at once; over HTTP/1.1 each needs its own socket. */
  readonly max: number;
  readonly connectTimeoutMs: number;
  /** Longest wait for headers, and between two reads. The token deadlines are tighter; these catch what they miss. */
  readonly silenceTimeoutMs: number;
  /** Certificate authority to trust besides the system's, PEM. */
  readonly ca?: string;
  readonly onSockets?: (open: number) => void;
}

/** Keep-alive of the kept sockets; load balancers close theirs after 60 s or more. */
const KEEP_ALIVE_MS = 55_000;
/** Keep-alive of sockets beyond the kept ones: long enough for a burst to reuse them. */
const SPARE_KEEP_ALIVE_MS = 1_000;

/**
 * The sockets to one upstream. Over HTTP/2, used where the server offers it, all streams share one socket up to the
 * server's limit. Over HTTP/1.1 a stream needs its own socket: the pool's size is the number that is kept, and bursts get
 * spare ones, up to `max`, which close soon after.
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

  /** The protocol decides which pool has room: requests wait until the first connection has negotiated it. */
  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    if (this.#protocol === 'connecting') this.#held.push(() => this.dispatch(options, handler));
    else this.#choose().dispatch(options, handler);
  }

  /**
   * A request timed out: over HTTP/2 the whole connection may be dead without a sign of it. New requests get a new one;
   * streams on the old one continue.
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
    // Later, so that undici knows the protocol too.
    if (held.length > 0) setImmediate(() => held.forEach((dispatch) => dispatch()));
  }

  #count(change: 1 | -1): void {
    this.#sockets += change;
    this.options.onSockets?.(this.#sockets);
  }
}
