import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from './problem.error.js';
import { problemDocument } from './problem-document.js';
import type { ProblemCode } from './problem-codes.js';

/** What Node calls its refusals, and what we call them; all others are requests that cannot be understood. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'route.headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body.too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'route.timeout',
};

/** Answers with a problem what is malformed or slow below any route, where Node would send a bare status line. */
export function refuseMalformed(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  const within = (socket: Duplex) => {
    const answer = answers.get(socket);
    return answer?.headersSent === true && !answer.writableFinished;
  };
  server.prependListener('request', (request, response: ServerResponse) => answers.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Within an answer it would be taken for a part of it.
    if (!socket.writable || within(socket)) socket.destroy(error);
    else socket.end(rawProblem(CODES[error.code ?? ''] ?? 'route.bad_request'), () => socket.destroy());
  });
  // An expectation nobody knows may be left unmet.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  // Asked by `requireHost` instead, which answers with a problem.
  Object.assign(server, { requireHostHeader: false });
}

/** HTTP/1.1 wants every request to name its host. */
export function requireHost({ httpVersion, headers }: Request, _response: Response, next: NextFunction): void {
  const missing = httpVersion === '1.1' && headers.host === undefined;
  next(missing ? new ProblemError('route.bad_request', { detail: 'The request names no host.' }) : undefined);
}

/** A whole answer, for a connection on which no request could be read. */
function rawProblem(code: ProblemCode): string {
  const problem = new ProblemError(code);
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
