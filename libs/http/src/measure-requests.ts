import type { Request, RequestHandler, Response } from 'express';
import { routePattern } from './routes.js';

/** One finished HTTP exchange. */
export interface Exchange {
  readonly method: string;
  /** The route's pattern, so the number of values is bounded; `other` when no route matched. */
  readonly route: string;
  readonly status: number;
  /** Time from the first middleware to the close of the response, also for streams. */
  readonly ms: number;
  readonly request: Request;
  readonly response: Response;
}

/**
 * Reports every request once, when its response has closed. Mount it before any middleware that may refuse a request.
 */
export function measureRequests(...observers: readonly ((exchange: Exchange) => void)[]): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const ms = performance.now() - startedAt;
      const { method } = request;
      const exchange = { method, route: routePattern(request), status: response.statusCode, ms, request, response };
      for (const observe of observers) observe(exchange);
    });
    next();
  };
}
