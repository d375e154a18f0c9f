import { Injectable } from '@nestjs/common';
import { httpProblem } from './http-problem.error.js';

/**
 * `stopping`: not ready, so that load balancers stop sending clients, but requests are still served.
 * `draining`: new work is refused, running work finishes.
 */
export type LifecyclePhase = 'serving' | 'stopping' | 'draining';

/** Shutdown phase of the process. */
@Injectable()
export class Lifecycle {
  #phase: LifecyclePhase = 'serving';

  get phase(): LifecyclePhase {
    return this.#phase;
  }

  enter(phase: Exclude<LifecyclePhase, 'serving'>): void {
    this.#phase = phase;
  }

  /** @throws HttpProblem `server.draining` */
  assertAccepting(): void {
    if (this.#phase === 'draining') throw draining();
  }
}

export const draining = () => httpProblem('server.draining', { headers: { 'Retry-After': '2' } });
