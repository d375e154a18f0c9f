import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NextFunction, Request, Response } from 'express';
import { httpProblem } from './http-problem.error.js';
import { problemDocument } from './problem-document.js';
import type { HttpProblemCode } from './problem-types.js';

/** Problem codes for Node's parser errors; any other error is `route.bad_request`. */
const CODES: Readonly<Record<string, HttpProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'route.headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body.too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'route.timeout',
};

/** Answers requests that Node cannot parse, or that arrive too slowly, with a problem instead of a bare status line. */
export function answerMalformedRequests(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  const isAnswering = (socket: Duplex) => {
    const response = responses.get(socket);
    return response?.headersSent === true && !response.writableFinished;
  };
  server.prependListener('request', (request, response: ServerResponse) => responses.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // In the middle of a response, the client would read the problem as part of that response.
    if (!socket.writable || isAnswering(socket)) socket.destroy(error);
    else socket.end(rawProblem(CODES[error.code ?? ''] ?? 'route.bad_request'), () => socket.destroy());
  });
  // RFC 9110 10.1.1: a server may ignore expectations it does not know.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  // `requireHost` checks the header instead and answers with a problem.
  Object.assign(server, { requireHostHeader: false });
}

/**
 * Rejects HTTP/1.1 requests without a Host header, any request with several, and HTTP/0.9, which has neither headers
 * nor status codes.
 */
export function requireHost({ httpVersion, rawHeaders }: Request, _response: Response, next: NextFunction): void {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  const detail = hostProblem(httpVersion, hosts);
  next(detail && httpProblem('route.bad_request', { detail }));
}

function hostProblem(httpVersion: string, hosts: number): string | undefined {
  if (httpVersion === '0.9') return 'HTTP/0.9 is not supported.';
  if (hosts > 1) return 'There is more than one Host header.';
  return httpVersion === '1.1' && hosts === 0 ? 'The Host header is missing.' : undefined;
}

/** A complete response for a connection on which no request could be parsed. */
function rawProblem(code: HttpProblemCode): string {
  const problem = httpProblem(code);
  const id = randomUUID();
  const body = problemDocument(problem, id);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${id}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
