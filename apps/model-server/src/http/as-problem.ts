import { HttpException } from '@nestjs/common';
import { EmbeddingError } from '@app/embedding';
import { type ProblemCode, ProblemError } from './problem.error.js';

/** Statuses of Nest's, Express's and the body parser's own errors; any other 4xx is a `route.bad_request`. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'route.not_found',
  413: 'body.too_large',
  415: 'body.unsupported_type',
};

/** Translates whatever was thrown; the unknown becomes `server.failed` with its cause. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof EmbeddingError) return new ProblemError(error.code, { cause: error });
  if (error instanceof HttpException && error.getStatus() < 500) return fromException(error);
  return new ProblemError('server.failed', { cause: error });
}

/** Nest wraps the body parser's errors, and the body parser wraps what its `verify` threw, writing 403 into it. */
function fromException(error: HttpException): ProblemError {
  if (error.cause instanceof ProblemError) return new ProblemError(error.cause.code);
  if (error.cause instanceof SyntaxError) return new ProblemError('body.malformed');
  return new ProblemError(BY_STATUS[error.getStatus()] ?? 'route.bad_request', { cause: error });
}
