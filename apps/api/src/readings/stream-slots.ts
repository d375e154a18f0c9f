import { Inject, Injectable } from '@nestjs/common';
import { type ServerConfig, serverConfig } from '@app/config';
import { StreamMetrics } from '@app/metrics';
import { ProblemError } from '../http/problem.error.js';

/** Counts open streams; one more than `MAX_STREAMS` is refused at once rather than served badly. */
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

  /** @throws ProblemError `server.busy` when all are taken. */
  assertFree(): void {
    if (this.#open < this.config.maxStreams) return;
    throw new ProblemError('server.busy', { headers: { 'Retry-After': '1' } });
  }

  /** Takes one; what it returns gives it back. @throws ProblemError `server.busy` when all are taken. */
  take(): () => void {
    this.assertFree();
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
