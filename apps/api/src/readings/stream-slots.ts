import { Inject, Injectable } from '@nestjs/common';
import { type ServerConfig, serverConfig } from '@app/config';
import { StreamMetrics } from '@app/metrics';
import { ProblemError } from '../http/problem.error.js';

/** Counts open streams and documents; requests beyond `MAX_STREAMS` are refused at once. */
@Injectable()
export class StreamSlots {
  #open = 0;

  constructor(
    @Inject(serverConfig.KEY) private readonly config: ServerConfig,
    private readonly metrics: StreamMetrics,
  ) {}

  get open(): number {
    return this.#open;
  }

  /** Takes a slot; the returned function releases it. @throws ProblemError `server.busy` when none is free */
  take(): () => void {
    if (this.#open >= this.config.maxStreams)
      throw new ProblemError('server.busy', { headers: { 'Retry-After': '1' } });
    this.#open++;
    this.metrics.opened();
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#open--;
      this.metrics.closed();
    };
  }
}
