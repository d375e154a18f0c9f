import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { SpanExport } from './export-spans.js';
import type { RequestObserver } from './observe-requests.js';

export const SPAN_EXPORT = Symbol('telemetry.SPAN_EXPORT');

/** Exports spans if a collector is configured. */
@Injectable()
export class SpanExporter implements OnApplicationShutdown {
  constructor(@Inject(SPAN_EXPORT) private readonly spans: SpanExport | undefined) {}

  get observers(): readonly RequestObserver[] {
    return this.spans ? [this.spans.observe] : [];
  }

  async onApplicationShutdown(): Promise<void> {
    // An unreachable collector must not block the shutdown.
    await this.spans?.close().catch(() => {});
  }
}
