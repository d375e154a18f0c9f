import { requestIdOf } from '@app/http';
import type { NextFunction, Request, Response } from 'express';
import { type Caller, OPEN_TENANT } from '../auth/caller.js';
import { RequestRecord } from '../telemetry/request-record.js';
import { type TraceContext, continueTrace, traceparentOf } from '../telemetry/trace-context.js';

/** Server-side state of one HTTP request. */
export class RequestContext {
  /** `performance.now()` when the request arrived, before other middleware ran. */
  readonly arrivedAt = performance.now();
  readonly trace: TraceContext;
  /** Data about the request for the log line, metrics and spans that are written when the response has ended. */
  readonly record: RequestRecord;
  /** Set by the access guard; undefined on public routes. */
  caller: Caller | undefined;
  /** Rate-limit error, thrown unless help lines answer the request: limits must not block help in a crisis. */
  refusal: Error | undefined;

  constructor(
    /** Value of `X-Request-Id`. */
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

  /** W3C `traceparent` header for upstream requests made for this request. */
  get traceparent(): string {
    return traceparentOf(this.trace);
  }
}

const CONTEXT = Symbol('request context');

interface Contextual {
  [CONTEXT]?: RequestContext;
}

/** Middleware that creates the context. Mount it before everything that reads the context. */
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
