import { randomBytes } from 'node:crypto';
import type { Context, Tracer } from '@opentelemetry/api';
import type { RequestEnd } from './observe-requests.js';
import { spanAttributes } from './span-attributes.js';
import type { TraceContext } from './trace-context.js';

/** The package `@opentelemetry/api`, which is loaded only if spans are exported. */
type Api = typeof import('@opentelemetry/api');

const SECTION = /^section_(.+)$/;

/** Records a span for a request whose response has closed, with child spans for its stages and sections. */
export class SpanRecorder {
  constructor(
    private readonly api: Api,
    private readonly tracer: Tracer,
    private readonly ids: PlannedIds,
  ) {}

  record(end: RequestEnd): void {
    const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = this.api;
    const { record, method, route, ms } = end;
    const startTime = performance.timeOrigin + record.arrivedAt;
    this.ids.plan(record.trace);
    const options = { kind: SpanKind.SERVER, startTime, attributes: spanAttributes.request(end) };
    const span = this.tracer.startSpan(`${method} ${route}`, options, this.#contextOf(record.trace));
    const context = trace.setSpan(ROOT_CONTEXT, span);
    for (const [stage, timing] of Object.entries(record.timings))
      this.#recordStage(end, stage, startTime + timing.start, startTime + timing.start + timing.ms, context);
    if (end.status >= 500 || end.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(startTime + ms);
  }

  /** The context of the caller's span; the root context when the trace begins here. */
  #contextOf({ traceId, parentId, flags }: TraceContext): Context {
    const { ROOT_CONTEXT, trace } = this.api;
    if (parentId === undefined) return ROOT_CONTEXT;
    const remote = { traceId, spanId: parentId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
    return trace.setSpanContext(ROOT_CONTEXT, remote);
  }

  #recordStage(end: RequestEnd, stage: string, startTime: number, endTime: number, context: Context): void {
    const { SpanKind, SpanStatusCode } = this.api;
    const [, section] = SECTION.exec(stage) ?? [];
    if (section === undefined) {
      const options = { kind: SpanKind.INTERNAL, startTime, attributes: spanAttributes.stage(stage) };
      return this.tracer.startSpan(stage, options, context).end(endTime);
    }
    const options = { kind: SpanKind.CLIENT, startTime, attributes: spanAttributes.section(section, end) };
    const span = this.tracer.startSpan(`chat ${end.record.model ?? ''}`.trim(), options, context);
    if (spanAttributes.sectionFailed(section, end)) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endTime);
  }
}

/** Gives the request span the id that upstreams received as their parent; all other ids are random. */
export class PlannedIds {
  #traceId: string | undefined;
  #spanId: string | undefined;

  plan({ traceId, spanId }: Pick<TraceContext, 'traceId' | 'spanId'>): void {
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
