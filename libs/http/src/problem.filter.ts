import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { allowedMethods } from './routes.js';
import { type HttpProblem, httpProblem } from './http-problem.error.js';
import { problemDocument } from './problem-document.js';
import { type ProblemLocale, problemLocale } from './problem-locale.js';
import { requestIdOf } from './request-id.js';
import { stackFrames } from './stack-frames.js';
import { type TranslateError, toProblem } from './to-problem.js';

/** Path of the request that failed, and the language to explain it in. */
interface FailedRequest {
  readonly path: string;
  readonly locale: ProblemLocale;
}

/** Writes the body of an error response. */
export type ErrorDocument = (problem: HttpProblem, requestId: string, request: FailedRequest) => string;

/** Answers every error with `application/problem+json`. Logs only unexpected errors, without their message. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  constructor(
    private readonly translate: TranslateError,
    private readonly document: ErrorDocument = problemDocument,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    // The client has disconnected, which caused the error: there is nothing to answer.
    if (response.destroyed) return;
    const problem = withAllowedMethods(toProblem(error, this.translate), request);
    if (problem.code === 'server.failed') this.#report(problem.cause, response);
    if (response.headersSent) response.destroy();
    else this.#send(request, response, problem);
  }

  #send(request: Request, response: Response, problem: HttpProblem): void {
    response.status(problem.status).set(problem.headers).vary('Accept-Language');
    const about = { path: request.path, locale: problemLocale(request) };
    response.type('application/problem+json').send(this.document(problem, requestIdOf(response), about));
  }

  #report(cause: unknown, response: Response): void {
    const { name, stack = '' } = cause instanceof Error ? cause : new Error('not an Error');
    this.#logger.error({ requestId: requestIdOf(response), error: name, frames: stackFrames(stack) });
  }
}

/** Changes 404 to 405 when the address exists for other methods. */
function withAllowedMethods(problem: HttpProblem, request: Request): HttpProblem {
  if (problem.code !== 'route.not_found') return problem;
  const methods = allowedMethods(request);
  if (methods.length === 0 || methods.includes(request.method)) return problem;
  return httpProblem('route.method_not_allowed', { headers: { Allow: methods.join(', ') }, cause: problem.cause });
}
