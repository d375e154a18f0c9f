import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { type Caller, OPEN_TENANT } from '../auth/caller.js';
import { RequestRecord } from '../telemetry/request-record.js';
import { type TraceContext, continueTrace, traceparentOf } from '../telemetry/trace-context.js';

/** Accepted from clients: long enough for any tracing scheme, no character that could break a log line. */
const REQUEST_ID = /^[A-Za-z0-9_.:-]{1,128}$/;

/** Everything the server knows about one HTTP request besides the request itself. */
export class RequestContext {
  /** `performance.now()` when the request arrived, before any middleware ran. */
  readonly arrivedAt = performance.now();
  /** The client's `X-Request-Id` when it is acceptable, else a generated one. */
  readonly id: string;
  readonly trace: TraceContext;
  /** What the log line, metrics and spans say about the request once the response has ended. */
  readonly record: RequestRecord;
  /** Set by the access guard; undefined on public routes. */
  caller: Caller | undefined;

  constructor({ requestId, traceparent }: { readonly requestId?: string; readonly traceparent?: string }) {
    this.id = requestId && REQUEST_ID.test(requestId) ? requestId : randomUUID();
    this.trace = continueTrace(traceparent);
    this.record = new RequestRecord(this.id, this.trace, this.arrivedAt);
  }

  /** Owner of the caller's readings, sessions and cache entries. */
  get tenant(): string {
    return this.caller?.tenant ?? OPEN_TENANT;
  }

  /** W3C `traceparent` for upstream requests made on behalf of this one. */
  get traceparent(): string {
    return traceparentOf(this.trace);
  }
}

const CONTEXT = Symbol('request context');

interface Contextual {
  [CONTEXT]?: RequestContext;
}

/** First middleware: creates the context and sends its id back as `X-Request-Id`. */
export function createContext(request: Request, response: Response, next: NextFunction): void {
  const [requestId, traceparent] = [request.get('X-Request-Id'), request.get('traceparent')];
  const context = new RequestContext({ ...(requestId && { requestId }), ...(traceparent && { traceparent }) });
  (request as Contextual)[CONTEXT] = context;
  response.setHeader('X-Request-Id', context.id);
  next();
}

/** @throws Error when `createContext` has not run for this request. */
export function contextOf(request: Request): RequestContext {
  const context = (request as Contextual)[CONTEXT];
  if (!context) throw new Error('createContext must be the first middleware');
  return context;
}
