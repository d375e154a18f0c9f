import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { asProblem } from './as-problem.js';
import { allowedMethods } from './allowed-methods.js';
import { ProblemError } from './problem.error.js';
import { problemDocument } from './problem-document.js';
import { contextOf } from './request-context.js';

/** The one place where errors become answers. Only what nobody expected is logged, and never with a request's content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = methodProblem(asProblem(error), request);
    if (problem.code === 'server.failed') this.#report(problem.cause, request);
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem, contextOf(request).id);
  }

  #report(cause: unknown, request: Request): void {
    const { name, stack = '' } = cause instanceof Error ? cause : new Error('not an Error');
    // A message may quote the input it stumbled over; the frames below it do not.
    const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
    this.#logger.error({ requestId: contextOf(request).id, error: name, frames: frames.slice(0, 12) });
  }
}

/** Where only other methods lead somewhere, that says more than that there is nothing. */
function methodProblem(problem: ProblemError, request: Request): ProblemError {
  if (problem.code !== 'route.not_found') return problem;
  const methods = allowedMethods(request);
  if (methods.length === 0 || methods.includes(request.method)) return problem;
  return new ProblemError('route.method_not_allowed', { headers: { Allow: methods.join(', ') }, cause: problem.cause });
}

export function sendProblem(response: Response, problem: ProblemError, id: string): void {
  response.status(problem.status).set(problem.headers);
  response.type('application/problem+json').send(problemDocument(problem, id));
}
