import { HttpException } from '@nestjs/common';
import { ReadingInputError } from '@app/divination';
import { UngroundedReadingError } from '@app/readings';
import { ZodError } from 'zod';
import { type FieldProblem, ProblemError } from './problem.error.js';
import type { ProblemCode } from './problem-codes.js';

/** What body-parser calls its errors, and what we call them. */
const BODY_ERRORS: Readonly<Record<string, ProblemCode>> = {
  'entity.too.large': 'body.too_large',
  'entity.parse.failed': 'body.malformed',
  'entity.verify.failed': 'body.malformed',
  'encoding.unsupported': 'body.unsupported_type',
  'charset.unsupported': 'body.unsupported_type',
  'request.size.invalid': 'body.malformed',
  'request.aborted': 'body.malformed',
};

/** Translates whatever was thrown into the problem a client sees; the unknown becomes `server.failed` with its cause. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof ZodError)
    return new ProblemError('input.invalid', { errors: error.issues.map(fieldProblem), cause: error });
  if (error instanceof ReadingInputError) {
    const { field, message } = error;
    return new ProblemError('input.impossible', { detail: message, errors: [{ field, message }], cause: error });
  }
  if (error instanceof UngroundedReadingError)
    return new ProblemError('retrieval.failed', { headers: { 'Retry-After': '2' } });
  if (error instanceof HttpException) return fromBodyParser(error.cause) ?? fromStatus(error);
  return fromBodyParser(error) ?? new ProblemError('server.failed', { cause: error });
}

const fieldProblem = ({ path, message }: ZodError['issues'][number]): FieldProblem => ({
  field: path.join('.'),
  message,
});

function fromStatus(error: HttpException): ProblemError {
  const status = error.getStatus();
  if (status === 404) return new ProblemError('route.not_found', { cause: error });
  return new ProblemError(status < 500 ? 'route.bad_request' : 'server.failed', { cause: error });
}

function fromBodyParser(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { type, cause, status, errno } = error as NodeJS.ErrnoException & { type?: string; status?: number };
  const code = type === undefined ? undefined : BODY_ERRORS[type];
  if (error instanceof ProblemError) return error;
  if (cause instanceof ProblemError) return cause;
  if (code) return new ProblemError(code);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  // What is left comes from inflating, or from express itself (a malformed percent sign in the path).
  return new ProblemError(errno === undefined ? 'route.bad_request' : 'body.malformed');
}
