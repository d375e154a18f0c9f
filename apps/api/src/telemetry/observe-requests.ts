import type { HttpMetrics } from '@app/metrics';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { contextOf } from '../http/request-context.js';
import type { RequestRecord } from './request-record.js';
import { announceTimings } from './server-timing.js';

/** How a request's answer ended. */
export interface RequestEnd {
  readonly method: string;
  /** The route's pattern; `other` where none matched, as for a body that was refused before the routes were asked. */
  readonly route: string;
  readonly status: number;
  /** Of the reading when there was one; else `ok`, `refused` (4xx), `failed` (5xx); `left` when the client went away. */
  readonly outcome: string;
  /** From the arrival to the last byte, of a stream too. */
  readonly ms: number;
  readonly record: RequestRecord;
  readonly request: Request;
}

export type RequestObserver = (end: RequestEnd) => void;

/** Counts every request once, when its answer has ended, and tells the observers. Comes before whatever may refuse. */
export function observeRequests(metrics: HttpMetrics, observers: readonly RequestObserver[]): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { record } = contextOf(request);
    announceTimings(response, record);
    response.once('close', () => {
      const ms = performance.now() - record.arrivedAt;
      const { method } = request;
      const [route, status] = [routeOf(request), response.statusCode];
      metrics.observe(method, route, status, ms);
      const outcome = outcomeOf(response, record);
      for (const observe of observers) observe({ method, route, status, outcome, ms, record, request });
    });
    next();
  };
}

/** Patterns are the code's own words, so their number is bounded; what was asked for is not. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' && path !== '' ? path : 'other';
}

function outcomeOf(response: Response, { outcome }: RequestRecord): string {
  if (!response.writableEnded) return 'left';
  if (outcome) return outcome;
  const { statusCode } = response;
  return statusCode >= 500 ? 'failed' : statusCode >= 400 ? 'refused' : 'ok';
}
