import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { openAiProblemDocument, problemLocale, requestIdOf, toProblem } from '@app/http';
import type { Request, Response } from 'express';
import { translateError } from '../http/translate-error.js';

/** Answers errors with a problem document that also has the field OpenAI clients read. */
@Catch()
export class OpenAiErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.destroyed) return;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = toProblem(error, translateError);
    const locale = problemLocale(http.getRequest<Request>());
    response.status(problem.status).set(problem.headers).type('application/problem+json');
    response.send(openAiProblemDocument(problem, requestIdOf(response), { locale }));
  }
}
