import { Injectable } from '@nestjs/common';
import { MetricsRegistry } from './metrics-registry.js';

/** Progress of a reading when its client disconnected. */
export type DisconnectPhase = 'before-first-token' | 'streaming';

@Injectable()
export class StreamMetrics {
  readonly #active;
  readonly #disconnects;
  readonly #resumes;
  readonly #slowDrops;
  readonly #orphans;

  constructor(private readonly registry: MetricsRegistry) {
    this.#active = registry.gauge('http_streams_active', 'Readings being answered, as a stream or as one document.');
    this.#disconnects = registry.counter('http_stream_disconnects_total', 'Readers that left before the end.', [
      'phase',
    ]);
    this.#resumes = registry.counter('http_stream_resumes_total', 'Readers that came back with an event id.');
    this.#slowDrops = registry.counter('http_stream_slow_drops_total', 'Readers dropped because they did not read.');
    this.#orphans = registry.gauge(
      'llm_orphaned_upstreams',
      'Upstream requests still open though their reading has ended; must be 0.',
    );
  }

  opened(): void {
    if (this.registry.enabled) this.#active.inc();
  }

  closed(): void {
    if (this.registry.enabled) this.#active.dec();
  }

  disconnected(phase: DisconnectPhase): void {
    if (this.registry.enabled) this.#disconnects.inc({ phase });
  }

  resumed(): void {
    if (this.registry.enabled) this.#resumes.inc();
  }

  droppedSlow(): void {
    if (this.registry.enabled) this.#slowDrops.inc();
  }

  orphans(count: number): void {
    if (this.registry.enabled) this.#orphans.set(count);
  }
}
