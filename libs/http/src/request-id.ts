import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'X-Request-Id';
/** Ids accepted from clients: long enough for any tracing scheme, without characters that could break a log line. */
const ACCEPTABLE = /^[A-Za-z0-9_.:-]{1,128}$/;

/**
 * Gives every request an id for logs and error responses: the client's `X-Request-Id` when acceptable, else a generated
 * one.
 */
export function identifyRequest(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(HEADER);
  response.setHeader(HEADER, given && ACCEPTABLE.test(given) ? given : randomUUID());
  next();
}

/** Empty before `identifyRequest` has run. */
export function requestIdOf(response: Response): string {
  const id = response.getHeader(HEADER);
  return typeof id === 'string' ? id : '';
}
