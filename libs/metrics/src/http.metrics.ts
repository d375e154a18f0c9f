import { Injectable } from '@nestjs/common';
import { MODEL_SECONDS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

@Injectable()
export class HttpMetrics {
  readonly #duration;

  constructor(private readonly registry: MetricsRegistry) {
    this.#duration = registry.histogram(
      'http_request_duration_seconds',
      'Time of one HTTP request to its last byte.',
      MODEL_SECONDS,
      ['method', 'route', 'status'],
    );
  }

  /** @param route the route's pattern, never the path that was asked for; `other` when no route matched. */
  observe(method: string, route: string, status: number, ms: number): void {
    if (this.registry.enabled)
      this.#duration.observe({ method: label('method', method), route, status: String(status) }, ms / 1_000);
  }
}
