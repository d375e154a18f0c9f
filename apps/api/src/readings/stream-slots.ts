import { Inject, Injectable } from '@nestjs/common';
import { type ServerConfig, serverConfig } from '@app/config';
import { StreamMetrics } from '@app/metrics';
import { KeyCounts } from '../auth/key-counts.js';
import { ProblemError } from '../http/problem.error.js';

const RETRY_AFTER = { headers: { 'Retry-After': '1' } };

/** Counts the requests that occupy the server: open streams, pending documents and retrievals. */
@Injectable()
export class StreamSlots {
  #open = 0;
  readonly #perClient = new KeyCounts();
  #fullSince: number | undefined;

  constructor(
    @Inject(serverConfig.KEY) private readonly config: Pick<ServerConfig, 'maxStreams' | 'maxStreamsPerClient'>,
    private readonly metrics: StreamMetrics,
  ) {}

  get open(): number {
    return this.#open;
  }

  /** Time in ms for which no slot has been free; 0 while one is free. */
  fullForMs(now = performance.now()): number {
    return this.#fullSince === undefined ? 0 : now - this.#fullSince;
  }

  /**
   * Takes a slot; the returned function releases it.
   * @param client key for the limit per client: a key's name or an address
   * @throws ProblemError `server.busy` when no slot is free, `limit.streams` when the client has reached its limit
   */
  take(client: string): () => void {
    if (this.#open >= this.config.maxStreams) throw new ProblemError('server.busy', RETRY_AFTER);
    if (this.#perClient.of(client) >= this.config.maxStreamsPerClient)
      throw new ProblemError('limit.streams', RETRY_AFTER);
    this.#perClient.increment(client);
    if (++this.#open >= this.config.maxStreams) this.#fullSince = performance.now();
    this.metrics.opened();
    let released = false;
    return () => {
      if (!released) this.#release(client);
      released = true;
    };
  }

  #release(client: string): void {
    this.#open--;
    this.#fullSince = undefined;
    this.#perClient.decrement(client);
    this.metrics.closed();
  }
}
