import { measureRequests } from '@app/http';
import type { HttpMetrics } from '@app/metrics';
import type { Request, RequestHandler, Response } from 'express';
import { contextOf } from '../http/request-context.js';
import type { RequestRecord } from './request-record.js';
import { announceTimings } from './server-timing.js';

/** Result of a request. */
export interface RequestEnd {
  readonly method: string;
  /** The route's pattern; `other` when no route matched. */
  readonly route: string;
  readonly status: number;
  /**
   * Outcome of the reading if there was one; else `ok`, `refused` (4xx), `failed` (5xx), or `left` when the client
   * disconnected.
   */
  readonly outcome: string;
  /** Time from arrival to the last byte, also for streams. */
  readonly ms: number;
  readonly record: RequestRecord;
  readonly request: Request;
}

export type RequestObserver = (end: RequestEnd) => void;

/**
 * Counts and reports every request once, when its response has closed. Mount it before all middleware that may reject a
 * request.
 */
export function observeRequests(metrics: HttpMetrics, observers: readonly RequestObserver[]): RequestHandler[] {
  const measure = measureRequests(({ method, route, status, ms, request, response }) => {
    metrics.observe(method, route, status, ms);
    const { record } = contextOf(request);
    const outcome = outcomeOf(response, record);
    for (const observe of observers) observe({ method, route, status, outcome, ms, record, request });
  });
  const announce: RequestHandler = (request, response, next) => {
    announceTimings(response, contextOf(request).record);
    next();
  };
  return [measure, announce];
}

function outcomeOf(response: Response, { outcome }: RequestRecord): string {
  if (!response.writableEnded) return 'left';
  if (outcome) return outcome;
  const { statusCode } = response;
  return statusCode >= 500 ? 'failed' : statusCode >= 400 ? 'refused' : 'ok';
}
