import { PROBLEMS, type ProblemCode } from './problem-codes.js';

/** One field that is wrong. */
export interface FieldProblem {
  /** Path of the field, as in `birth.date`; empty for the body as a whole. */
  readonly field: string;
  readonly message: string;
}

export interface ProblemOptions {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown by anything that answers HTTP; the filter makes `application/problem+json` (RFC 9457) of it. */
export class ProblemError extends Error {
  readonly status: number;
  readonly title: string;
  readonly retryable: boolean;
  readonly errors: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    { detail, errors = [], headers = {}, cause }: ProblemOptions = {},
  ) {
    super(detail ?? PROBLEMS[code].title, { cause });
    this.status = PROBLEMS[code].status;
    this.title = PROBLEMS[code].title;
    this.retryable = PROBLEMS[code].retryable;
    this.errors = errors;
    this.headers = headers;
  }
}
