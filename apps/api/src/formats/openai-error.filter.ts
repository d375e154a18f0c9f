import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { problemDocument, requestIdOf, toProblem } from '@app/http';
import type { Response } from 'express';
import { translateError } from '../http/translate-error.js';

/** `type` of an error in OpenAI's shape, by status. */
const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
};

/** Adds the field that OpenAI clients expect to the problem document: `{"error":{message,type,param,code}}`. */
@Catch()
export class OpenAiErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.destroyed) return;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = toProblem(error, translateError);
    const { status, headers, code, message, errors } = problem;
    const type = TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error');
    const text = [message, ...errors.map(({ field, message: why }) => `${field}: ${why}`)].join(' ');
    const document = JSON.parse(problemDocument(problem, requestIdOf(response))) as object;
    response.status(status).set(headers).type('application/problem+json');
    response.send(
      JSON.stringify({ ...document, error: { message: text, type, param: errors[0]?.field ?? null, code } }),
    );
  }
}
