import type { RequestObserver } from './observe-requests.js';
import { PlannedIds, SpanRecorder } from './span-recorder.js';

export interface SpanExport {
  readonly observe: RequestObserver;
  /** Flushes and closes the exporter. */
  readonly close: () => Promise<void>;
}

export interface SpanSettings {
  /** Base URL of the collector; `/v1/traces` is appended. */
  readonly endpoint: string;
  readonly serviceName: string;
  readonly resourceAttributes: Readonly<Record<string, string>>;
}

/**
 * Exports the spans of each request when the response has closed. Loads the OpenTelemetry packages lazily, so that they
 * cost nothing without a collector.
 */
export async function exportSpans({ endpoint, serviceName, resourceAttributes }: SpanSettings): Promise<SpanExport> {
  const [api, { BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const ids = new PlannedIds();
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resources.resourceFromAttributes({ ...resourceAttributes, 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
    idGenerator: ids,
  });
  const recorder = new SpanRecorder(api, provider.getTracer('reading-server'), ids);
  return { observe: (end) => recorder.record(end), close: () => provider.shutdown() };
}
