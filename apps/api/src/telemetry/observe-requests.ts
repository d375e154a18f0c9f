import type { HttpMetrics } from '@app/metrics';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { contextOf } from '../http/request-context.js';
import type { RequestRecord } from './request-record.js';
import { announceTimings } from './server-timing.js';

/** How a response ended. */
export interface RequestEnd {
  readonly method: string;
  /** The route's pattern; `other` when none matched, for example for a body that was refused before routing. */
  readonly route: string;
  readonly status: number;
  /** The reading's outcome, else `ok`, `refused` (4xx) or `failed` (5xx); `left` when the client disconnected. */
  readonly outcome: string;
  /** From the arrival to the last byte, also for streams. */
  readonly ms: number;
  readonly record: RequestRecord;
  readonly request: Request;
}

export type RequestObserver = (end: RequestEnd) => void;

/** Reports every request once, when its response has closed. Mounted before anything that may refuse a request. */
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

/** Patterns are bounded in number; requested paths are not. */
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
