import { requestIdOf } from '@app/http';
import type { NextFunction, Request, Response } from 'express';
import { type Caller, OPEN_TENANT } from '../auth/caller.js';
import { RequestRecord } from '../telemetry/request-record.js';
import { type TraceContext, continueTrace, traceparentOf } from '../telemetry/trace-context.js';

/** Everything the server knows about one HTTP request besides the request itself. */
export class RequestContext {
  /** `performance.now()` when the request arrived, before other middleware ran. */
  readonly arrivedAt = performance.now();
  readonly trace: TraceContext;
  /** What the log line, metrics and spans say about the request once the response has ended. */
  readonly record: RequestRecord;
  /** Set by the access guard; undefined on public routes. */
  caller: Caller | undefined;
  /** Thrown unless help lines answer the request: a person in crisis is never refused. */
  refusal: Error | undefined;

  constructor(
    /** As in `X-Request-Id`. */
    readonly id: string,
    traceparent: string | undefined,
  ) {
    this.trace = continueTrace(traceparent);
    this.record = new RequestRecord(id, this.trace, this.arrivedAt);
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

/** Middleware that creates the context; comes before everything that reads it. */
export function createContext(request: Request, response: Response, next: NextFunction): void {
  (request as Contextual)[CONTEXT] = new RequestContext(requestIdOf(response), request.get('traceparent'));
  next();
}

/** @throws Error when `createContext` has not run for this request. */
export function contextOf(request: Request): RequestContext {
  const context = (request as Contextual)[CONTEXT];
  if (!context) throw new Error('createContext must be mounted before this');
  return context;
}
