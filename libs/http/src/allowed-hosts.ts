import { isIP } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { httpProblem } from './http-problem.error.js';

/**
 * Refuses requests for other host names: a page whose name was rebound to this server's address sends its own. Addresses
 * are always allowed, because no name can be rebound to one. `.example.com` allows every name below it, `*` all.
 */
export function allowHosts(allowed: readonly string[]): RequestHandler {
  const isAllowed = (host: string) =>
    isIP(host) > 0 ||
    allowed.some((name) => name === '*' || name === host || (name.startsWith('.') && host.endsWith(name)));
  return ({ headers }: Request, _response: Response, next: NextFunction) => {
    const host = nameOf(headers.host);
    next(host === undefined || isAllowed(host) ? undefined : httpProblem('route.host_not_allowed'));
  };
}

/** Without port, brackets and trailing dot; undefined in HTTP/1.0 requests without the header. */
const nameOf = (host: string | undefined): string | undefined =>
  host
    ?.trim()
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
