import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** What we take over from a client: long enough for any tracing scheme, nothing that could break a log line. */
const ACCEPTABLE = /^[A-Za-z0-9_.:-]{1,128}$/;

const ids = new WeakMap<object, string>();

/** The request's id: the client's `X-Request-Id` when it is acceptable, else one of our own. */
export function requestId(request: object): string {
  return ids.get(request) ?? '';
}

/** Gives every request its id and tells the client. */
export function identifyRequest(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('X-Request-Id');
  const id = given && ACCEPTABLE.test(given) ? given : randomUUID();
  ids.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
}
