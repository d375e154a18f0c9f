/** Every code an error answer of this server may carry. */
const PROBLEMS = {
  'input.invalid': { status: 400, title: 'The request does not have the expected shape.' },
  'body.malformed': { status: 400, title: 'The body is not valid JSON in UTF-8.' },
  'body.too_large': { status: 413, title: 'The body is larger than 4 MB.' },
  'body.unsupported_type': { status: 415, title: 'The body must be application/json.' },
  'auth.required': { status: 401, title: 'The bearer token is missing or wrong.' },
  'model.unknown': { status: 404, title: 'This server has another model.' },
  'route.not_found': { status: 404, title: 'There is nothing at this address.' },
  'route.bad_request': { status: 400, title: 'The request cannot be understood.' },
  'embedding.busy': { status: 429, title: 'More texts wait already than will be taken.' },
  'embedding.timeout': { status: 504, title: 'The query’s vector took too long.' },
  'embedding.unavailable': { status: 503, title: 'The model is not loaded.' },
  'embedding.invalid': { status: 500, title: 'The model gave no usable vector.' },
  'server.leaving': { status: 503, title: 'The server is going away.' },
  'server.failed': { status: 500, title: 'Something went wrong on our side.' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** Those after which the same request may succeed a moment later. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = {
  'embedding.busy': 1,
  'embedding.unavailable': 2,
  'server.leaving': 2,
};

/** One field that is wrong. */
export interface FieldProblem {
  /** Path of the field; empty for the body as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Thrown by whatever answers HTTP; the filter makes `application/problem+json` (RFC 9457) of it. */
export class ProblemError extends Error {
  readonly status: number;
  readonly title: string;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: readonly FieldProblem[];

  constructor(
    readonly code: ProblemCode,
    { detail, errors = [], cause }: { detail?: string; errors?: readonly FieldProblem[]; cause?: unknown } = {},
  ) {
    super(detail ?? PROBLEMS[code].title, { cause });
    this.status = PROBLEMS[code].status;
    this.title = PROBLEMS[code].title;
    this.retryAfterSeconds = RETRY_AFTER_SECONDS[code];
    this.errors = errors;
  }
}
