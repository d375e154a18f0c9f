import type { NextFunction, Request, Response } from 'express';

const arrivals = new WeakMap<object, number>();

/** Notes when a request came in, before anything is done for it. */
export function noteArrival(request: Request, _response: Response, next: NextFunction): void {
  arrivals.set(request, performance.now());
  next();
}

/** `performance.now()` at the request's arrival. */
export const arrivalOf = (request: object): number => arrivals.get(request) ?? performance.now();
