import { Injectable } from '@nestjs/common';
import { ProblemError } from '../http/problem.error.js';

export type LifecyclePhase = 'serving' | 'leaving' | 'draining';

/**
 * What the process is about to do. `leaving`: not ready any more, so that no balancer sends new clients, but whoever
 * comes is still served. `draining`: new readings are refused, running ones finish.
 */
@Injectable()
export class Lifecycle {
  #phase: LifecyclePhase = 'serving';

  get phase(): LifecyclePhase {
    return this.#phase;
  }

  enter(phase: Exclude<LifecyclePhase, 'serving'>): void {
    this.#phase = phase;
  }

  /** @throws ProblemError `server.draining` */
  assertAccepting(): void {
    if (this.#phase === 'draining') throw new ProblemError('server.draining', { headers: { 'Retry-After': '2' } });
  }
}
