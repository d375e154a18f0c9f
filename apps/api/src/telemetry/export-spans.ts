import { randomBytes } from 'node:crypto';
import type { RequestEnd, RequestObserver } from './observe-requests.js';
import { spanAttributes } from './span-attributes.js';

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

const SECTION = /^section_(.+)$/;

/**
 * Exports a span for each request, with child spans for its stages and sections, when the response has closed. Loads
 * the OpenTelemetry packages lazily, so that they cost nothing without a collector.
 */
export async function exportSpans({ endpoint, serviceName, resourceAttributes }: SpanSettings): Promise<SpanExport> {
  const [
    { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace },
    { BasicTracerProvider, BatchSpanProcessor },
    { OTLPTraceExporter },
    resources,
  ] = await Promise.all([
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
  const tracer = provider.getTracer('reading-server');
  const observe = (end: RequestEnd) => {
    const { record, method, route, ms } = end;
    const { traceId, spanId, parentId, flags } = record.trace;
    const startedAt = performance.timeOrigin + record.arrivedAt;
    const remote = { traceId, spanId: parentId ?? '', traceFlags: Number.parseInt(flags, 16), isRemote: true };
    const above = parentId === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
    ids.plan(traceId, spanId);
    const attributes = spanAttributes.request(end);
    const request = tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, startTime: startedAt, attributes },
      above,
    );
    const below = trace.setSpan(ROOT_CONTEXT, request);
    for (const [stage, { start, ms: length }] of Object.entries(record.timings)) {
      const [, section] = SECTION.exec(stage) ?? [];
      const span = tracer.startSpan(
        section === undefined ? stage : `chat ${record.model ?? ''}`.trim(),
        {
          kind: section === undefined ? SpanKind.INTERNAL : SpanKind.CLIENT,
          startTime: startedAt + start,
          attributes: section === undefined ? spanAttributes.stage(stage) : spanAttributes.section(section, end),
        },
        below,
      );
      if (section !== undefined && spanAttributes.sectionFailed(section, end))
        span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(startedAt + start + length);
    }
    if (end.status >= 500 || end.outcome === 'failed') request.setStatus({ code: SpanStatusCode.ERROR });
    request.end(startedAt + ms);
  };
  return { observe, close: () => provider.shutdown() };
}

/** Gives the request span the id that upstreams received as their parent; all other ids are random. */
class PlannedIds {
  #traceId: string | undefined;
  #spanId: string | undefined;

  plan(traceId: string, spanId: string): void {
    this.#traceId = traceId;
    this.#spanId = spanId;
  }

  readonly generateTraceId = (): string => {
    const planned = this.#traceId;
    this.#traceId = undefined;
    return planned ?? randomBytes(16).toString('hex');
  };

  readonly generateSpanId = (): string => {
    const planned = this.#spanId;
    this.#spanId = undefined;
    return planned ?? randomBytes(8).toString('hex');
  };
}
