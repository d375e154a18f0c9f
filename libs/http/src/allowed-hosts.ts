import { isIP } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { httpProblem } from './http-problem.error.js';

/**
 * Rejects requests for other host names, as a protection against DNS rebinding: a page whose host name was rebound to
 * this server's address sends that name. IP addresses are always allowed, because they cannot be rebound.
 * `.example.com` allows all its subdomains, `*` every name.
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

/** The host name without port, brackets and trailing dot; undefined for HTTP/1.0 requests without a Host header. */
const nameOf = (host: string | undefined): string | undefined =>
  host
    ?.trim()
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
