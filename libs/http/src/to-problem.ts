import { HttpException } from '@nestjs/common';
import { ZodError } from 'zod';
import { HttpProblem, httpProblem, invalidInput } from './http-problem.error.js';
import type { HttpProblemCode } from './problem-types.js';

/** Error types of the body-parser package. */
const BODY_ERRORS: Readonly<Record<string, HttpProblemCode>> = {
  'entity.too.large': 'body.too_large',
  'entity.parse.failed': 'body.malformed',
  'entity.verify.failed': 'body.malformed',
  'charset.unsupported': 'body.unsupported_type',
  'request.size.invalid': 'body.malformed',
  'request.aborted': 'body.malformed',
};

const ENCODINGS = {
  detail: 'The Content-Encoding must be gzip, deflate, br or zstd.',
  detailKo: 'Content-Encoding은 gzip, deflate, br, zstd 중 하나여야 합니다.',
};

/** Translates an app's domain errors; returns undefined for errors it does not know. */
export type TranslateError = (error: unknown) => HttpProblem | undefined;

/** The problem to answer for any thrown value; unknown errors become `server.failed` with their cause. */
export function toProblem(error: unknown, translate: TranslateError): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof ZodError) return invalidInput(error.issues);
  return translate(error) ?? fromFramework(error) ?? httpProblem('server.failed', { cause: error });
}

/** Nest wraps the errors of Express' parsers in an HttpException. */
function fromFramework(error: unknown): HttpProblem | undefined {
  if (!(error instanceof HttpException)) return fromExpress(error);
  const problem = fromExpress(error.cause);
  if (problem) return problem;
  const status = error.getStatus();
  if (status === 404) return httpProblem('route.not_found', { cause: error });
  return httpProblem(status < 500 ? 'route.bad_request' : 'server.failed', { cause: error });
}

interface ExpressError extends NodeJS.ErrnoException {
  readonly type?: string;
  readonly status?: number;
  readonly limit?: number;
}

function fromExpress(error: unknown): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (!(error instanceof Error)) return undefined;
  const { type = '', cause, status = 0, errno, limit } = error as ExpressError;
  if (cause instanceof HttpProblem) return cause;
  const code = BODY_ERRORS[type];
  if (code === 'body.too_large' && limit)
    return httpProblem(code, { detail: `The body is larger than ${limit / 1024} KB.` });
  if (type === 'encoding.unsupported') return httpProblem('body.unsupported_type', ENCODINGS);
  if (code) return httpProblem(code);
  if (status < 400 || status >= 500) return undefined;
  // Other 4xx errors: decompression errors have an errno, a malformed percent escape in the path does not.
  return httpProblem(errno === undefined ? 'route.bad_request' : 'body.malformed');
}
