import { Injectable } from '@nestjs/common';
import { MODEL_SECONDS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

@Injectable()
export class HttpMetrics {
  readonly #duration;
  readonly #ready;

  constructor(private readonly registry: MetricsRegistry) {
    this.#duration = registry.histogram(
      'http_request_duration_seconds',
      'Time of one HTTP request to its last byte.',
      MODEL_SECONDS,
      ['method', 'route', 'status'],
    );
    this.#ready = registry.gauge('http_ready', '1 when the last readiness probe was answered with 200, else 0.');
  }

  ready(ready: boolean): void {
    if (this.registry.enabled) this.#ready.set(ready ? 1 : 0);
  }

  /** @param route the route's pattern, never the requested path; `other` when no route matched */
  observe(method: string, route: string, status: number, ms: number): void {
    if (this.registry.enabled)
      this.#duration.observe({ method: label('method', method), route, status: String(status) }, ms / 1_000);
  }
}
