import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { asProblem } from './as-problem.js';
import type { ProblemError } from './problem.error.js';

/** The one place where errors become answers. Only what nobody expected is logged, never with a request's content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    // The client has gone: what was thrown is the abort, and nobody waits for an answer.
    if (response.destroyed) return;
    const problem = asProblem(error);
    if (problem.status === 500) this.#report(problem.cause);
    if (response.headersSent) response.destroy();
    else send(response, problem);
  }

  #report(cause: unknown): void {
    const { name, stack = '' } = cause instanceof Error ? cause : new Error('not an Error');
    // A message may quote the input it stumbled over; the frames below it do not.
    this.#logger.error({ error: name, frames: stack.split('\n').filter((line) => line.trimStart().startsWith('at ')) });
  }
}

function send(response: Response, { status, title, code, message, errors, retryAfterSeconds }: ProblemError): void {
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  const type = `/docs/errors#${code}`;
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type, title, status, detail: message, code, errors }));
}
