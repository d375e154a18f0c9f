import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { asProblem } from './as-problem.js';
import type { ProblemError } from './problem.error.js';
import { problemDocument } from './problem-document.js';
import { requestId } from './request-id.js';

/** The one place where errors become answers. Only what nobody expected is logged, and never with a request's content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = asProblem(error);
    if (problem.code === 'server.failed') this.#report(problem.cause, request);
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem, requestId(request));
  }

  #report(cause: unknown, request: Request): void {
    const { name, stack = '' } = cause instanceof Error ? cause : new Error('not an Error');
    // A message may quote the input it stumbled over; the frames below it do not.
    const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
    this.#logger.error({ requestId: requestId(request), error: name, frames: frames.slice(0, 12) });
  }
}

export function sendProblem(response: Response, problem: ProblemError, id: string): void {
  response.status(problem.status).set(problem.headers);
  response.type('application/problem+json').send(problemDocument(problem, id));
}
