import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Http2ServerRequest, type Http2ServerResponse, constants } from 'node:http2';
import type { RequestRecord, UpstreamStats } from './upstream-stats.js';

export type AnyRequest = IncomingMessage | Http2ServerRequest;
export type AnyResponse = ServerResponse | Http2ServerResponse;

const HIGH_WATER_BYTES = 256 * 1024;

/** One response over HTTP/1.1 or HTTP/2 with its timers, which are cleared when the socket closes. */
export class Answer {
  #timer: NodeJS.Timeout | undefined;
  #broken = false;
  #ended = false;

  constructor(
    private readonly response: AnyResponse,
    private readonly record: RequestRecord,
    stats: UpstreamStats,
  ) {
    response.on('error', () => undefined);
    // The client may have left after its last byte was read and before the handler ran: then 'close' is not emitted again.
    if (this.#left) stats.end(record, 'aborted');
    else
      response.once('close', () => {
        clearTimeout(this.#timer);
        // Require that `end` was called: HTTP/2 also reports a stream that the client has reset as finished.
        const complete = this.#ended && response.writableFinished;
        stats.end(record, complete ? 'finished' : this.#broken ? 'broken' : 'aborted');
      });
  }

  get closed(): boolean {
    return this.#left || this.response.writableEnded;
  }

  get #left(): boolean {
    return 'stream' in this.response ? this.response.stream.destroyed : this.response.destroyed;
  }

  get congested(): boolean {
    return this.response.writableLength > HIGH_WATER_BYTES;
  }

  head(status: number, headers: IncomingHttpHeaders): void {
    this.record.status = status;
    (this.response as ServerResponse).writeHead(status, headers);
  }

  flushHead(): void {
    (this.response as ServerResponse).flushHeaders();
  }

  write(bytes: Buffer): void {
    if (!this.closed) (this.response as ServerResponse).write(bytes);
  }

  end(bytes?: Buffer): void {
    this.#ended = true;
    if (!this.closed) (this.response as ServerResponse).end(bytes);
  }

  /** Calls back after `ms` unless the response has ended. One timer at a time. */
  later(ms: number, callback: () => void): void {
    this.#timer = setTimeout(callback, ms);
  }

  /** Breaks the connection: the socket for HTTP/1.1 and for `refuse`, the stream for HTTP/2. */
  break(how: 'reset' | 'refuse'): void {
    this.#broken = true;
    if (!('stream' in this.response)) this.response.socket?.destroy();
    else if (how === 'refuse') this.response.stream.session?.destroy();
    else this.response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  }
}
